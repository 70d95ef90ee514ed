BeforeDiscovery {
    $readme = Get-Content "$PSScriptRoot/../README.md" -Raw -Encoding utf8
    $pairs = [regex]::Matches($readme, '(?s)```powershell\r?\n((?:(?!```).)*)```\s+```text\r?\n((?:(?!```).)*)```') | ForEach-Object {
        @{ First = ($_.Groups[1].Value -split '\r?\n')[0]; Code = $_.Groups[1].Value; Output = $_.Groups[2].Value }
    }
}

BeforeAll { . "$PSScriptRoot/Pages.ps1" }

Describe 'The README' {
    It 'has commands with their output' -ForEach @(@{ Count = @($pairs).Count }) { $Count | Should -BeGreaterThan 0 }

    It 'shows what comes out of: <First>' -ForEach $pairs {
        $example = [pscustomobject]@{ Setup = ''; Blocks = @([pscustomobject]@{ Language = 'powershell'; Text = $Code }) }
        Invoke-PageExample $example (Resolve-Path "$PSScriptRoot/..").Path | ForEach-Object { Hide-Varying $_ } | Should -Be (Hide-Varying (Format-Output $Output))
    }
}
