<#
.SYNOPSIS
    Makes a package for Azure machine configuration that audits whether servers are ready for a service.

.DESCRIPTION
    Needs PowerShell 7 with the modules GuestConfiguration and PSDesiredStateConfiguration (version 3), and both modules of this project where PowerShell finds them. Audit
    changes nothing on the servers: what is not as it should be appears in the portal with its reasons.

.EXAMPLE
    ./New-DsrPolicyPackage.ps1 -VirtualIPAddress 192.0.2.10 -Port tcp/443 -Balancer 192.0.2.5 -Path ./package
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string[]] $VirtualIPAddress,

    [string[]] $Port = @(),

    [string[]] $Balancer = @(),

    # Where the package goes.
    [string] $Path = '.'
)

$ErrorActionPreference = 'Stop'

configuration DsrServerIsReady {
    Import-DscResource -ModuleName DsrReadiness.Dsc

    node localhost {
        DsrServer Service {
            Name             = 'service'
            VirtualIPAddress = $VirtualIPAddress
            Port             = $Port
            Balancer         = $Balancer
            Environment      = 'Azure'
        }
    }
}

if ($PSCmdlet.ShouldProcess($Path, 'Make a package for machine configuration')) {
    $mof = DsrServerIsReady -OutputPath (Join-Path $Path 'mof')
    New-GuestConfigurationPackage -Name DsrServerIsReady -Configuration $mof.FullName -Path $Path -Type Audit -Force
}
