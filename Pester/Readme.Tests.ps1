# What is printed below commands on these pages is what comes out of them, in 80 columns.
BeforeDiscovery {
    $pages = 'README.md', 'docs/pools.md'
    $pairs = foreach ($page in $pages) {
        $text = Get-Content "$PSScriptRoot/../$page" -Raw -Encoding utf8
        [regex]::Matches($text, '(?s)```powershell\r?\n((?:(?!```).)*)```\s+```text\r?\n((?:(?!```).)*)```') | ForEach-Object {
            @{ Page = $page; First = ($_.Groups[1].Value -split '\r?\n')[0]; Code = $_.Groups[1].Value; Output = $_.Groups[2].Value }
        }
    }
}

BeforeAll { . "$PSScriptRoot/Pages.ps1" }

Describe 'The README and the guides' {
    It 'have commands with their output: <Page>' -ForEach @($pages | ForEach-Object { $page = $_; @{ Page = $page; Count = @($pairs | Where-Object { $_.Page -eq $page }).Count } }) {
        $Count | Should -BeGreaterThan 0
    }

    It 'show what comes out of: <First>' -ForEach $pairs {
        $example = [pscustomobject]@{ Setup = ''; Blocks = @([pscustomobject]@{ Language = 'powershell'; Text = $Code }) }
        Invoke-PageExample $example (Resolve-Path "$PSScriptRoot/..").Path | ForEach-Object { Hide-Varying $_ } | Should -Be (Hide-Varying (Format-Output $Output))
    }
}
