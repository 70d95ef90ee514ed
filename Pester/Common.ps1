# What every test file needs: the module as it was built, and the sample snapshots.
Import-Module "$PSScriptRoot/../DsrReadiness.psd1"
$samples = "$PSScriptRoot/../docs/samples"
$vip = '192.168.11.50'

# The ids of the errors that something wrote or threw.
function Get-ErrorId([scriptblock]$Script) {
    $ids = @()
    try {
        & $Script 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { $ids += $_.FullyQualifiedErrorId } }
    }
    catch { $ids += $_.FullyQualifiedErrorId }
    $ids
}
