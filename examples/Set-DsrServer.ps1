<#
.SYNOPSIS
    Makes one server ready, with somebody at the keyboard: what is wrong, what would be changed, each change asked for, and the proof.

.DESCRIPTION
    The exit code is 0 if the server is ready in the end, and 1 if it is not.

.EXAMPLE
    ./Set-DsrServer.ps1 -VirtualIPAddress 192.0.2.10 -Port 443 -Balancer 192.0.2.5

.EXAMPLE
    ./Set-DsrServer.ps1 -VirtualIPAddress 192.0.2.10 -Port 443 -WhatIf
#>
#Requires -Modules DsrReadiness
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string[]] $VirtualIPAddress,

    [string[]] $Port = @(),

    [string[]] $Balancer = @(),

    # Another server than this computer. Loopback adapters are made on the computer itself only.
    [ValidateNotNull()]
    [object] $Server,

    # Makes the changes without asking for each.
    [switch] $Force
)

$ErrorActionPreference = 'Stop'
$service = @{ VirtualIPAddress = $VirtualIPAddress; Port = $Port; Balancer = $Balancer }
if ($Server) { $service.Server = $Server }

$verdict = Test-DsrReadiness @service
$verdict | Format-List
if ("$($verdict.Verdict)" -eq 'Ready') { exit 0 }

$plan = Get-DsrPlan @service
$plan.Changes | Format-Table Number, CheckId, Text -Wrap
$plan | Invoke-DsrPlan -Confirm:(-not ($Force -or $WhatIfPreference))
if (-not $WhatIfPreference) {
    $verdict = Test-DsrReadiness @service
    $verdict | Format-List
}
if ("$($verdict.Verdict)" -ne 'Ready') { exit 1 }
exit 0
