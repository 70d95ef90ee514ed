<#
.SYNOPSIS
    Tells whether this server is still as it was when it was ready. For a scheduled task: writes an event and, if something is not in order, a report.

.DESCRIPTION
    The first run on a ready server keeps a snapshot as reference. Later runs compare with it by check R01, which says what has changed, before a client notices.
    Event 1000: in order. 1001: ready, but changed. 1002: not ready. 1003: could not be observed.

.EXAMPLE
    Register-ScheduledTask -TaskName DsrDrift -User SYSTEM -RunLevel Highest -Trigger (New-ScheduledTaskTrigger -Daily -At 6:00) -Action (New-ScheduledTaskAction -Execute powershell.exe `
        -Argument '-NoProfile -NonInteractive -File C:\Scripts\Watch-DsrDrift.ps1 -ServiceFile C:\Scripts\services.json -Folder C:\ProgramData\DsrDrift')
#>
#Requires -Modules DsrReadiness
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $ServiceFile,

    # Where the reference and the reports are.
    [Parameter(Mandatory)]
    [string] $Folder,

    # Another server than this computer.
    [ValidateNotNull()]
    [object] $Server,

    # How an event is written: gets its id, its kind and its text.
    [scriptblock] $EventWriter = {
        param([int] $Id, [string] $Kind, [string] $Text)
        $source = 'DsrReadiness'
        if (-not [System.Diagnostics.EventLog]::SourceExists($source)) { [System.Diagnostics.EventLog]::CreateEventSource($source, 'Application') }
        [System.Diagnostics.EventLog]::WriteEntry($source, $Text, $Kind, $Id)
    }
)

$ErrorActionPreference = 'Stop'
$asked = @{ ServiceFile = $ServiceFile }
if ($Server) { $asked.Server = $Server }
else { $asked.Server = [Environment]::MachineName }
$reference = Join-Path $Folder 'reference.json'
$verdicts = @()
$problems = @()

# Whatever goes wrong, the event is written: a watch that says nothing looks like a server that is in order.
try {
    if (Test-Path -LiteralPath $reference) { $asked.Earlier = Import-DsrSnapshot $reference }
    $verdicts = @(Test-DsrReadiness @asked)
}
catch { $problems += "$_" }

$words = @($verdicts | ForEach-Object { "$($_.Verdict)" })
$changed = @($verdicts | ForEach-Object { $_.Results } | Where-Object { $_.Id -eq 'R01' -and "$($_.Outcome)" -eq 'Failed' })
$id, $kind, $what = if ($words -contains 'NotReady') { 1002, 'Error', 'is not ready' }
elseif ($problems -or -not $verdicts -or $words -contains 'Inconclusive') { 1003, 'Warning', 'could not be observed' }
elseif ($changed) { 1001, 'Warning', 'is ready, but not as it was' }
else { 1000, 'Information', 'is ready' }
$name = if ($verdicts) { $verdicts[0].ComputerName } else { "$($asked.Server)" }
# The reason is the first of what a check found; the details are all of it, where it is more than one.
$findings = @($verdicts | ForEach-Object { @($_.Failed) + @($_.Unknown) }) + $changed | ForEach-Object {
    $reason = "$($_.Reason)"
    "$($_.Id) $($_.Name): $reason"
    $_.Details | Where-Object { $_ -and -not $_.EndsWith($reason, [System.StringComparison]::Ordinal) } | ForEach-Object { "    $_" }
} | Select-Object -Unique

$isMeant = $PSCmdlet.ShouldProcess($Folder, "Write event $id, and what belongs to it")
if ($isMeant) {
    try {
        $null = New-Item -ItemType Directory -Path $Folder -Force
        if ($id -eq 1000 -and -not $asked.ContainsKey('Earlier')) { Export-DsrSnapshot $reference -Server $asked.Server }
        if ($id -ne 1000 -and $verdicts) { $verdicts | ConvertTo-DsrReport -Format Html | Set-Content -LiteralPath (Join-Path $Folder 'report.html') -Encoding UTF8 }
    }
    catch { $problems += "$_" }
    if ($problems -and $id -eq 1000) { $id, $kind, $what = 1003, 'Warning', 'is ready, but what belongs to that could not be written' }
}
$text = (@("$name $what.") + $findings + $problems) -join [Environment]::NewLine
if ($text.Length -gt 31000) { $text = $text.Substring(0, 31000) + [Environment]::NewLine + '[...] cut here: an event has room for 31,839 characters.' } # a longer one is refused
if ($isMeant) { & $EventWriter $id $kind $text }
[pscustomobject]@{ EventId = $id; Text = $text }
