# The quick start is followed to the letter, at one prompt in the clone. DSR_UPDATE_HELP=1 writes its outputs anew.
BeforeAll {
    . "$PSScriptRoot/Pages.ps1"
    $root = (Resolve-Path "$PSScriptRoot/..").Path
    $path = Join-Path $root 'docs/quick-start.md'
    $text = Get-Content $path -Raw -Encoding utf8
    $blocks = @([regex]::Matches($text, '(?s)```powershell\r?\n(?<Code>.*?)\r?\n```(\r?\n\r?\n```text\r?\n(?<Output>.*?)\r?\n```)?'))
    $example = [pscustomobject]@{ Setup = ''; Blocks = @($blocks | ForEach-Object { [pscustomobject]@{ Language = 'powershell'; Text = $_.Groups['Code'].Value } }) }
}

Describe 'The quick start' {
    It 'shows what comes out' {
        $blocks.Count | Should -BeGreaterThan 5
        $outputs = @(Invoke-PageExample $example $root)
        $outputs.Count | Should -Be $blocks.Count
        if ($env:DSR_UPDATE_HELP) {
            for ($i = $blocks.Count - 1; $i -ge 0; $i--) {
                $block = $blocks[$i]
                $new = "``````powershell`n$($block.Groups['Code'].Value)`n``````"
                if ($outputs[$i]) { $new += "`n`n``````text`n$($outputs[$i])`n``````" }
                $text = $text.Remove($block.Index, $block.Length).Insert($block.Index, $new)
            }
            [System.IO.File]::WriteAllText($path, $text)
            Set-ItResult -Inconclusive -Because 'the outputs were written anew'
        }
        for ($i = 0; $i -lt $blocks.Count; $i++) {
            Hide-Varying $outputs[$i] | Should -Be (Hide-Varying $blocks[$i].Groups['Output'].Value) -Because $blocks[$i].Groups['Code'].Value
        }
    }
}
