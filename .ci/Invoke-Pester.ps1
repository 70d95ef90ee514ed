# Runs the Pester tests of a folder or file in this PowerShell. Fails if a test or a file of tests failed, or if none ran.
# $env:DSR_TEST_CULTURE names a culture to run them under; without it, it is that of the user.
param(
    [string] $Path,

    # Gives the result and decides nothing.
    [switch] $PassThru
)
$ErrorActionPreference = 'Stop'
if ($env:DSR_TEST_CULTURE) {
    $culture = [cultureinfo]::GetCultureInfo($env:DSR_TEST_CULTURE)
    [cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::DefaultThreadCurrentUICulture = $culture
    [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $culture
    # The programs that tests start know it by what their system says.
    $env:LC_ALL = $env:DSR_TEST_CULTURE.Replace('-', '_') + '.UTF-8'
}
if (-not (Get-Module Pester)) { Import-Module Pester -MinimumVersion 5.0 }

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Filter.ExcludeTag = 'Integration', 'Live'
# The tests run as in the shell of whoever calls the commands.
$ErrorActionPreference = 'Continue'
$result = Invoke-Pester -Configuration $configuration
if ($PassThru) { return $result }

$broken = $result.FailedContainersCount + $result.FailedBlocksCount
'{0} passed, {1} failed, {2} skipped' -f $result.PassedCount, $result.FailedCount, ($result.SkippedCount + $result.InconclusiveCount)
exit [int]($result.FailedCount -gt 0 -or $broken -gt 0 -or $result.PassedCount -eq 0)
