# A warm PowerShell: runs one file of Pester tests after the other, as it is told through a named pipe, and answers each with one line of JSON. (Not through standard input: the shells that
# tests start would inherit it.)
param([string] $Pipe, [string] $Runner, [string] $Pester)
$ErrorActionPreference = 'Stop'
Import-Module -Name $Pester

$stream = [System.IO.Pipes.NamedPipeClientStream]::new('.', $Pipe, 'InOut')
$stream.Connect(60000)
$reader = [System.IO.StreamReader]::new($stream)
$writer = [System.IO.StreamWriter]::new($stream)
$writer.AutoFlush = $true

while ($null -ne ($file = $reader.ReadLine())) {
    $said = [System.Text.StringBuilder]::new()
    $result = $null
    try {
        & $Runner -Path $file -PassThru *>&1 | ForEach-Object {
            if ($_ -is [Pester.Run]) { $result = $_ }
            elseif ($_ -is [System.Management.Automation.InformationRecord]) {
                $null = $said.Append($_.MessageData)
                if (-not $_.MessageData.NoNewLine) { $null = $said.AppendLine() }
            }
            else { $null = $said.AppendLine(($_ | Out-String).TrimEnd()) }
        }
    }
    catch { $null = $said.AppendLine(($_ | Out-String)) }
    $answer = if ($result) {
        @{
            Passed  = $result.PassedCount
            Failed  = $result.FailedCount
            Skipped = $result.SkippedCount + $result.InconclusiveCount
            Broken  = $result.FailedContainersCount + $result.FailedBlocksCount
        }
    }
    else { @{ Passed = 0; Failed = 0; Skipped = 0; Broken = 1 } }
    $answer.Text = $said.ToString() -replace '\x1b\[[0-9;]*m'
    $writer.WriteLine(($answer | ConvertTo-Json -Compress))
}
