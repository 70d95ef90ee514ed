@{
    RootModule           = 'DsrReadiness.Dsc.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f14b33b-12d5-4806-9d3e-16f92aadc4ce'
    Author               = 'The DsrReadiness developers'
    CompanyName          = 'The DsrReadiness developers'
    Copyright            = '(c) The DsrReadiness developers. MIT License.'
    Description          = 'Desired state of Windows real servers behind a Direct Server Return balancer: the resource DsrServer for PowerShell DSC, machine configuration and DSC v3.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    RequiredModules      = @(@{ ModuleName = 'DsrReadiness'; ModuleVersion = '0.1.0'; GUID = '12fbc848-e5fb-4b7d-802a-9438afea5676' })
    DscResourcesToExport = @('DsrServer')
    CmdletsToExport      = @()
    FunctionsToExport    = @()
    VariablesToExport    = @()
    # Without one wildcard here, `Get-Module -ListAvailable` and all that asks it never look for resources. The script has no aliases.
    AliasesToExport      = '*'
    PrivateData          = @{
        PSData = @{
            ProjectUri   = 'https://github.com/dsrreadiness/DsrReadiness'
            LicenseUri   = 'https://github.com/dsrreadiness/DsrReadiness/blob/main/LICENSE'
            IconUri      = 'https://raw.githubusercontent.com/dsrreadiness/DsrReadiness/main/docs/icon.png'
            ReleaseNotes = 'See CHANGELOG.md.'
            Tags         = @(
                'DirectServerReturn', 'DSR', 'LoadBalancing', 'DSC', 'DesiredStateConfiguration', 'MachineConfiguration', 'Windows'
                'PSEdition_Desktop', 'PSEdition_Core'
            )
        }
    }
}
