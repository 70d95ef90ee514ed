@{
    RootModule             = 'bin/DsrReadiness.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '12fbc848-e5fb-4b7d-802a-9438afea5676'
    Author                 = 'The DsrReadiness developers'
    CompanyName            = 'The DsrReadiness developers'
    Copyright              = '(c) The DsrReadiness developers. MIT License.'
    Description            = 'Judges, prepares, explains and undoes Direct Server Return set-ups on Windows real servers.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('bin/DsrReadiness.Format.ps1xml')
    CmdletsToExport        = @(
        'Compare-DsrSnapshot'
        'Export-DsrSnapshot'
        'Import-DsrSnapshot'
        'Test-DsrReadiness'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags = @(
                'DirectServerReturn', 'DSR', 'LoadBalancing', 'Loopback', 'WeakHost', 'Networking', 'Windows'
                'PSEdition_Desktop', 'PSEdition_Core'
            )
        }
    }
}
