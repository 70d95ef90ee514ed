<#
.SYNOPSIS
    Judges servers from files that Save-DsrSnapshot.ps1 wrote on them, on any computer, Linux included: nothing is installed on the servers, and none is contacted.

.DESCRIPTION
    The exit code is 0 if all servers are ready, 1 if one is not, 2 if one could not be judged for certain, 65 if a file is none.

.EXAMPLE
    pwsh -File ./Invoke-DsrAudit.ps1 -Path './collected/*.json' -ServiceFile ./services.json -ReportPath ./audit.html
#>
#Requires -Modules DsrReadiness
[CmdletBinding(SupportsShouldProcess)]
param(
    # The files; wildcards are fine.
    [Parameter(Mandatory)]
    [string[]] $Path,

    [Parameter(Mandatory)]
    [string] $ServiceFile,

    # The page that is written.
    [string] $ReportPath
)

# One file that cannot be read ends none of the others.
$ErrorActionPreference = 'Continue'
$snapshots = @(Import-DsrSnapshot $Path -ErrorVariable problems)
$verdicts = @(if ($snapshots) { $snapshots | Test-DsrReadiness -ServiceFile $ServiceFile -Pool $snapshots -ErrorVariable +problems })
if ($ReportPath -and $verdicts -and $PSCmdlet.ShouldProcess($ReportPath, 'Write report')) {
    $verdicts | ConvertTo-DsrReport -Format Html | Set-Content -LiteralPath $ReportPath -Encoding UTF8
}
$verdicts | Sort-Object ComputerName | Format-Table ComputerName, Verdict, ServiceName, @{ Name = 'Problems'; Expression = { @($_.Failed.Id) + @($_.Unknown.Id) -join ' ' } }

$words = @($verdicts | ForEach-Object { "$($_.Verdict)" })
if ($problems -or -not $verdicts) { exit 65 }
if ($words -contains 'NotReady') { exit 1 }
if ($words -contains 'Inconclusive') { exit 2 }
exit 0
