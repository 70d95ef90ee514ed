<#
.SYNOPSIS
    Judges a farm from one computer, side by side, and writes a page for people and a file of tests for a CI system. Nothing is changed on the servers.

.DESCRIPTION
    The exit code is 0 if all servers are ready, and 1 if one is not or could not be judged.

.EXAMPLE
    ./Test-DsrFarm.ps1 -ServiceFile ./services.json -ReportPath ./report

    All servers that the service file names, by name.

.EXAMPLE
    ./Test-DsrFarm.ps1 -ServiceFile ./services.json -ReportPath ./report -Server (New-CimSession -ComputerName WEB01, WEB02 -Credential (Get-Credential))

    Servers by CimSession, for other credentials or another way.
#>
#Requires -Modules DsrReadiness
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $ServiceFile,

    # Computer names, CimSessions or snapshots. Without any, the servers that the service file names.
    [ValidateNotNullOrEmpty()]
    [object[]] $Server,

    # The folder of the report. Without it, none is written.
    [string] $ReportPath,

    [ValidateRange(1, 1000)]
    [int] $ThrottleLimit = 32
)

$servers = @{}
if ($Server) { $servers.Server = $Server }
$verdicts = @(Test-DsrReadiness -ServiceFile $ServiceFile -ThrottleLimit $ThrottleLimit @servers -ErrorVariable problems)
if ($ReportPath -and $verdicts -and $PSCmdlet.ShouldProcess($ReportPath, 'Write report')) {
    $null = New-Item -ItemType Directory -Path $ReportPath -Force
    $verdicts | ConvertTo-DsrReport -Format Html | Set-Content -LiteralPath (Join-Path $ReportPath 'farm.html') -Encoding UTF8
    $verdicts | ConvertTo-DsrReport -Format JUnit | Set-Content -LiteralPath (Join-Path $ReportPath 'farm.xml') -Encoding UTF8
}
$verdicts | Sort-Object ComputerName
if ($problems -or -not $verdicts -or ($verdicts | Where-Object { "$($_.Verdict)" -ne 'Ready' })) { exit 1 }
exit 0
