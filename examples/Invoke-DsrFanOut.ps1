<#
.SYNOPSIS
    Makes many servers ready, each by itself through PowerShell remoting: a loopback adapter is made only on the computer that it is for.

.DESCRIPTION
    The module has to be installed on the servers. What comes back is one line for each server, and an error for each that could not be reached or changed.

.EXAMPLE
    ./Invoke-DsrFanOut.ps1 -ComputerName WEB01, WEB02, WEB03 -VirtualIPAddress 192.0.2.10 -Port 443 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string[]] $ComputerName,

    [Parameter(Mandatory)]
    [string[]] $VirtualIPAddress,

    [string[]] $Port = @(),

    [string[]] $Balancer = @(),

    [ValidateRange(1, 1000)]
    [int] $ThrottleLimit = 8
)

$work = {
    param([hashtable] $Service, [bool] $IsWhatIf)
    $plan = Get-DsrPlan @Service -ErrorAction Stop
    $done = if ($IsWhatIf) { $null } else { $plan | Invoke-DsrPlan -PassThru -Confirm:$false -ErrorAction Stop }
    $verdict = Test-DsrReadiness @Service -ErrorAction Stop
    [pscustomobject]@{
        Server        = $verdict.ComputerName
        Verdict       = "$($verdict.Verdict)"
        Changes       = @($plan.Changes | ForEach-Object { $_.Text })
        RunId         = if ($done) { $done.RunId }
        RestartNeeded = [bool]($done -and $done.RestartNeeded)
    }
}
$service = @{ VirtualIPAddress = $VirtualIPAddress; Port = $Port; Balancer = $Balancer }
Invoke-Command -ComputerName $ComputerName -ThrottleLimit $ThrottleLimit -ScriptBlock $work -ArgumentList $service, ([bool] $WhatIfPreference) |
    Select-Object Server, Verdict, Changes, RunId, RestartNeeded
