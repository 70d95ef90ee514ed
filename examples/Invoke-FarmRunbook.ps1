<#
.SYNOPSIS
    Prepares a farm from a list, shows what is wrong with one of its servers, repairs it, reports, and undoes everything.

.DESCRIPTION
    Lab servers stand in for the servers of the list, so the runbook can be tried anywhere. Each row of the list names a server and its service;
    rows and results are piped on, and everything stays with the server that it is about.
#>
[CmdletBinding()]
param(
    [string] $List = "$PSScriptRoot/farm.csv",

    # The servers. Without any, lab servers are made.
    [object[]] $Server
)

Import-Module "$PSScriptRoot/../DsrReadiness.psd1"
$ErrorActionPreference = 'Stop'
$farm = Import-Csv $List
if (-not $Server) { $Server = New-DsrLab -ComputerName $farm.ComputerName }
$PSDefaultParameterValues = @{ '*-Dsr*:Server' = $Server }
$folder = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())

'1. What they are'
Export-DsrSnapshot "$folder/"
$farm | Test-DsrReadiness | Sort-Object ComputerName | Format-Table

'2. Prepared'
$farm | Invoke-DsrPlan -PassThru | Sort-Object ComputerName | Format-Table

'3. Somebody has changed one by hand'
$Server[2] | Disable-DsrWeakHost -Confirm:$false
$wrong = $farm | Test-DsrReadiness | Where-Object Verdict -NE Ready
$wrong | Format-List

'4. Repaired'
$wrong | Invoke-DsrPlan -PassThru | Format-Table

'5. Reported'
$farm | Test-DsrReadiness | Sort-Object ComputerName | Select-Object ComputerName, Verdict | Export-Csv "$folder/report.csv" -NoTypeInformation
Get-Content "$folder/report.csv"

'6. Undone'
$farm | Undo-DsrPlan -PassThru -Confirm:$false -WarningAction SilentlyContinue | Sort-Object ComputerName | Format-Table
$differences = $farm | ForEach-Object { $_ | Compare-DsrSnapshot -ReferenceSnapshot (Import-DsrSnapshot "$folder/$($_.ComputerName).json") }
# What was once set in the persistent store cannot be made "never set" again: M05 says it in other words afterwards, and it means the same.
"Better or worse than before: $(@($differences | Where-Object { $_.Change -in 'Better', 'Worse' -and $_.Id -ne 'M05' }).Count)"
Remove-Item $folder -Recurse
