<#
.SYNOPSIS
    A runbook for Azure Automation, for a hybrid worker that is the server itself: judges it and, if that is asked for, makes it ready.

.DESCRIPTION
    Parameters have types that the portal can fill in. The verdict is written as JSON; a server that is not ready ends the job as failed, with its reasons. The module has to be
    installed on the worker, and the worker's account has to be an administrator for changes.

.EXAMPLE
    Start-AzAutomationRunbook -Name Invoke-DsrHybridWorker -RunOn web-farm -Parameters @{ VirtualIPAddress = @('192.0.2.10'); Port = @('tcp/443'); Environment = 'Azure' }
#>
#Requires -Modules DsrReadiness
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string[]] $VirtualIPAddress,

    [string[]] $Port = @(),

    [ValidateSet('OnPremises', 'Azure', 'GcpAgent', 'Cluster')]
    [string] $Environment = 'Azure',

    # Makes the server ready. Without it, nothing is changed.
    [bool] $MakeReady = $false
)

$ErrorActionPreference = 'Stop'
$service = @{ VirtualIPAddress = $VirtualIPAddress; Port = $Port; Environment = $Environment }
if ($MakeReady) {
    $done = Invoke-DsrPlan @service -PassThru -Confirm:$false
    if ($done -and $done.RestartNeeded) { Write-Warning "$($done.ComputerName) has to be restarted before all of this takes effect." }
}
$verdict = Test-DsrReadiness @service
$verdict | ConvertTo-DsrReport -Format Json
if ("$($verdict.Verdict)" -ne 'Ready') {
    throw "$verdict. $(@($verdict.Failed) + @($verdict.Unknown) -join ' ')"
}
