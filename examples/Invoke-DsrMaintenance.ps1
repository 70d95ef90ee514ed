<#
.SYNOPSIS
    Goes through a farm one server at a time: drains it, changes what is missing, proves it, and returns it. Stops at the first that is not ready, and leaves that one drained.

.DESCRIPTION
    How a server is drained and returned is yours: two script blocks that get the server, and that return when it is done.

.EXAMPLE
    ./Invoke-DsrMaintenance.ps1 -ComputerName WEB01, WEB02 -VirtualIPAddress 192.0.2.10 -Port 443 -Drain { param($server) ssh lb "lb-cli drain $server" } -Return { param($server) ssh lb "lb-cli enable $server" }
#>
#Requires -Modules DsrReadiness
[CmdletBinding(SupportsShouldProcess)]
param(
    # The servers, in their order: computer names, CimSessions or lab servers.
    [Parameter(Mandatory)]
    [Alias('ComputerName')]
    [ValidateNotNullOrEmpty()]
    [object[]] $Server,

    [Parameter(Mandatory)]
    [string[]] $VirtualIPAddress,

    [string[]] $Port = @(),

    [string[]] $Balancer = @(),

    # Takes a server out of the balancer's pool, and returns when no connection is left.
    [Parameter(Mandatory)]
    [scriptblock] $Drain,

    # Puts it back.
    [Parameter(Mandatory)]
    [scriptblock] $Return,

    # What else is to be done while it is drained, such as updates.
    [scriptblock] $Work
)

$ErrorActionPreference = 'Stop'
$service = @{ VirtualIPAddress = $VirtualIPAddress; Port = $Port; Balancer = $Balancer }
foreach ($each in $Server) {
    if (-not $PSCmdlet.ShouldProcess("$each", 'Drain, change, prove and return')) {
        Invoke-DsrPlan @service -Server $each -WhatIf
        continue
    }

    & $Drain $each
    if ($Work) { & $Work $each }
    $done = Invoke-DsrPlan @service -Server $each -PassThru -Confirm:$false
    $verdict = Test-DsrReadiness @service -Server $each
    [pscustomobject]@{ Server = "$each"; Verdict = "$($verdict.Verdict)"; RunId = $done.RunId; RestartNeeded = $done.RestartNeeded }
    if ("$($verdict.Verdict)" -ne 'Ready') {
        throw "$each is not ready and stays drained; the servers after it were not touched. $(@($verdict.Failed) + @($verdict.Unknown) -join ' ')"
    }
    & $Return $each
}
