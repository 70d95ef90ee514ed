# Runs the Pester tests of a folder and writes "passed failed skipped" to a file. Fails if a test or a file of tests failed.
param([string] $Path, [string] $CountFile)
$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Filter.ExcludeTag = 'Integration', 'Benchmark', 'Live'
$result = Invoke-Pester -Configuration $configuration

$broken = $result.FailedContainersCount + $result.FailedBlocksCount
'{0} {1} {2}' -f $result.PassedCount, $result.FailedCount, ($result.SkippedCount + $result.InconclusiveCount) | Set-Content -LiteralPath $CountFile
exit [int]($result.FailedCount -gt 0 -or $broken -gt 0)
