# Examples on pages: reads them, runs them as they stand, and writes what came out into the page if that is wanted.

# The examples of a page: a title, the commands that come before, and the blocks of code with the lines on which they are.
function Get-PageExample([string] $Path) {
    $lines = @(Get-Content -LiteralPath $Path -Encoding utf8)
    $example = $null
    $block = $null
    $isIn = $false
    for ($i = 0; $i -lt $lines.Count; $i++) {
        $line = $lines[$i]
        if ($block) {
            if ($line -eq '```') { $block.End = $i; $block.Text = $block.Text -join "`n"; $example.Blocks += $block; $block = $null }
            else { $block.Text += $line }
        }
        elseif ($line -match '^## ') { $isIn = $line -eq '## Examples' }
        elseif ($isIn -and $line -match '^### (.+)') {
            if ($example) { $example }
            $example = [pscustomobject]@{ Path = $Path; Title = $Matches[1]; Setup = "`$PSDefaultParameterValues['*-Dsr*:Server'] = New-DsrLab WEB01"; Blocks = @() }
        }
        elseif ($isIn -and $line -match '^<!-- setup:(.*)-->') { $example.Setup = $Matches[1].Trim() }
        elseif ($isIn -and $line -match '^```(\w+)') { $block = [pscustomobject]@{ Language = $Matches[1]; Text = @(); Start = $i; End = $i } }
    }
    if ($example) { $example }
}

# Runs an example in a fresh session, statement by statement as at a prompt, and says for each block of commands what they wrote in 80 columns.
function Invoke-PageExample($Example, [string] $Folder) {
    if (-not ('TestHost' -as [type])) { Add-Type -Path "$PSScriptRoot/TestHost.cs" }
    $testHost = [TestHost]::new(@())
    $runspace = [runspacefactory]::CreateRunspace($testHost)
    $runspace.Open()
    $run = {
        param([string] $Script, [switch] $IsShown)
        $shell = [powershell]::Create()
        $shell.Runspace = $runspace
        try {
            $null = $shell.AddScript($Script)
            $shell.Commands.Commands[0].MergeMyResults('Error', 'Output')
            if ($IsShown) { $null = $shell.AddCommand('Out-Default') }
            $shell.Invoke() | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { throw $_ }
        }
        finally { $shell.Dispose() }
    }
    try {
        & $run "Set-Location -LiteralPath '$Folder'; Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; $($Example.Setup)"
        foreach ($block in $Example.Blocks | Where-Object Language -EQ 'powershell') {
            $start = $testHost.Text.Length
            $statements = [System.Management.Automation.Language.Parser]::ParseInput($block.Text, [ref] $null, [ref] $null).EndBlock.Statements
            foreach ($statement in $statements) { & $run $statement.Extent.Text -IsShown }
            Format-Output $testHost.Text.Substring($start)
        }
    }
    finally { $runspace.Dispose() }
}

# Output without what a page does not keep: colours, spaces at the ends of lines, and empty lines around.
function Format-Output([string] $Text) {
    $plain = $Text -replace "$([char] 27)\[[0-9;]*m"
    (@($plain -split '\r?\n' | ForEach-Object { $_.TrimEnd() }) -join "`n").Trim("`n") -replace "`n{3,}", "`n`n"
}

# Output without what differs from run to run.
function Hide-Varying([string] $Text) {
    $Text -replace '\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ', '<time>' -replace '\d{8}T\d{9}Z', '<run>' -replace '\d+ checks passed', '<n> checks passed'
}

# The output that a page shows for each block of commands.
function Get-PageOutput($Example) {
    for ($i = 0; $i -lt $Example.Blocks.Count; $i++) {
        if ($Example.Blocks[$i].Language -ne 'powershell') { continue }
        $next = $Example.Blocks[$i + 1]
        if ($next -and $next.Language -eq 'text') { $next.Text } else { '' }
    }
}

# Writes what examples wrote into their page.
function Set-PageOutput([string] $Path, [string] $Folder) {
    $lines = [System.Collections.Generic.List[string]]@(Get-Content -LiteralPath $Path -Encoding utf8)
    $changes = foreach ($example in Get-PageExample $Path) {
        $work = New-Item -ItemType Directory -Path (Join-Path $Folder ([guid]::NewGuid()))
        $outputs = @(Invoke-PageExample $example $work.FullName)
        $n = 0
        for ($i = 0; $i -lt $example.Blocks.Count; $i++) {
            $block = $example.Blocks[$i]
            if ($block.Language -ne 'powershell') { continue }
            $old = $example.Blocks[$i + 1]
            if ($old -and $old.Language -ne 'text') { $old = $null }
            [pscustomobject]@{ After = $block.End; Old = $old; Text = $outputs[$n++] }
        }
    }
    foreach ($change in $changes | Sort-Object After -Descending) {
        if ($change.Old -and (Hide-Varying $change.Old.Text) -eq (Hide-Varying $change.Text)) { continue }
        if ($change.Old) { $lines.RemoveRange($change.After + 1, $change.Old.End - $change.After) }
        if ($change.Text) { $lines.InsertRange($change.After + 1, [string[]] (@('', '```text') + @($change.Text -split "`n") + '```')) }
    }
    [System.IO.File]::WriteAllText($Path, ($lines -join "`n") + "`n")
}
