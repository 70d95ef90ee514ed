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
    TypesToProcess         = @('bin/DsrReadiness.Once.ps1xml')
    NestedModules          = @('bin/DsrReadiness.Types.psd1')
    FormatsToProcess       = @('bin/DsrReadiness.Format.ps1xml')
    CmdletsToExport        = @(
        'Add-DsrVirtualIPAddress'
        'Compare-DsrSnapshot'
        'ConvertTo-DsrReport'
        'ConvertTo-DsrScript'
        'Disable-DsrDnsRegistration'
        'Disable-DsrWeakHost'
        'Enable-DsrDnsRegistration'
        'Enable-DsrWeakHost'
        'Export-DsrSnapshot'
        'Get-DsrFirewallRule'
        'Get-DsrLoopback'
        'Get-DsrPlan'
        'Get-DsrWeakHost'
        'Import-DsrSnapshot'
        'Invoke-DsrPlan'
        'New-DsrFirewallRule'
        'New-DsrLab'
        'New-DsrLoopback'
        'Remove-DsrFirewallRule'
        'Remove-DsrLoopback'
        'Remove-DsrVirtualIPAddress'
        'Test-DsrArp'
        'Test-DsrConnection'
        'Test-DsrReadiness'
        'Trace-DsrPath'
        'Undo-DsrPlan'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            ProjectUri   = 'https://github.com/dsrreadiness/DsrReadiness'
            LicenseUri   = 'https://github.com/dsrreadiness/DsrReadiness/blob/main/LICENSE'
            IconUri      = 'https://raw.githubusercontent.com/dsrreadiness/DsrReadiness/main/docs/icon.png'
            ReleaseNotes = 'See CHANGELOG.md.'
            Tags         = @(
                'DirectServerReturn', 'DSR', 'LoadBalancing', 'Loopback', 'WeakHost', 'Networking', 'Windows'
                'PSEdition_Desktop', 'PSEdition_Core'
            )
        }
    }
}
