# Runs the Pester tests of a folder and writes "passed failed skipped" to a file. Fails if a test or a file of tests failed.
# $env:DSR_TEST_CULTURE names a culture to run them under; without it, it is that of the user.
param([string] $Path, [string] $CountFile)
$ErrorActionPreference = 'Stop'
if ($env:DSR_TEST_CULTURE) {
    $culture = [cultureinfo]::GetCultureInfo($env:DSR_TEST_CULTURE)
    [cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::DefaultThreadCurrentUICulture = $culture
    [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $culture
    # The programs that tests start know it by what their system says.
    $env:LC_ALL = $env:DSR_TEST_CULTURE.Replace('-', '_') + '.UTF-8'
}
Import-Module Pester -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Filter.ExcludeTag = 'Integration', 'Benchmark', 'Live'
$result = Invoke-Pester -Configuration $configuration

$broken = $result.FailedContainersCount + $result.FailedBlocksCount
'{0} {1} {2}' -f $result.PassedCount, $result.FailedCount, ($result.SkippedCount + $result.InconclusiveCount) | Set-Content -LiteralPath $CountFile
exit [int]($result.FailedCount -gt 0 -or $broken -gt 0)
