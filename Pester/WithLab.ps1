# Stands in for pwsh where a test runs a command of a manifest: takes the same arguments and the same input, in a process of its own, and puts a lab server under the module.
# A lab lives as long as its process, so what was set before is set again first: a lab does the same each time.
#   pwsh -File WithLab.ps1 FOLDER NAME SHAPE RESTART -NoLogo ... -File SCRIPT ARGUMENTS
$folder, $name, $shape, $needsRestart = $args[0..3]
$rest = @($args | Select-Object -Skip 4)
$at = $rest.IndexOf('-File')
$script = $rest[$at + 1]
$operation = $rest[$at + 2]
$isWhatIf = $rest -contains '-WhatIf'
$json = @($input) -join "`n"

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../DsrReadiness.psd1"
$module = Import-Module (Join-Path (Split-Path (Resolve-Path $script)) 'DsrReadiness.Dsc.psd1') -PassThru
$lab = New-DsrLab $name -Shape $shape
& $module { $script:PSDefaultParameterValues = @{ '*-Dsr*:Server' = $args[0] } } $lab

$history = Join-Path $folder 'history'
if (Test-Path $history) { Get-Content $history | ForEach-Object { $null = $_ | & $script set 2> $null } }
$lab.Simulation.Behaviour.InstallationNeedsRestart = $needsRestart -eq 'restart'
if ($operation -eq 'set' -and -not $isWhatIf) { $json | Add-Content $history }
$before = @($lab.Simulation.Calls | Where-Object IsChange).Count
$json | & $script $operation -WhatIf:$isWhatIf
$status = $LASTEXITCODE
@($lab.Simulation.Calls | Where-Object IsChange).Count - $before | Set-Content (Join-Path $folder 'changes')
exit $status
