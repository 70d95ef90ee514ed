# What people wait for: a fresh PowerShell compiles each method that the first verdict calls. Counted and not timed: the count is the same on every machine.
BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'The first verdict in a fresh PowerShell' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    It 'compiles no more methods than it did, and no planner' {
        $list = Join-Path $TestDrive 'methods.txt'
        # What ends after the verdict compiles too: the verdict is between two marks.
        $script = "Import-Module '$PSScriptRoot/../DsrReadiness.psd1'
            `$before = [System.Runtime.JitInfo]::GetCompiledMethodCount(`$false)
            `$verdict = Import-DsrSnapshot '$samples/server2019-ready.json' | Test-DsrReadiness $vip -Port 443
            [System.Runtime.JitInfo]::GetCompiledMethodCount(`$false) - `$before
            `$verdict.Verdict"
        # Nothing is compiled a second time for being called often: that would hang on how busy the machine is.
        $settings = @{ DOTNET_JitStdOutFile = $list; DOTNET_JitDisasmSummary = '1'; DOTNET_TC_CallCountThreshold = '1000000' }
        foreach ($name in $settings.Keys) { Set-Item "env:$name" $settings[$name] }
        try { $count, $verdict = Invoke-PowerShell -Command $script }
        finally { foreach ($name in $settings.Keys) { Remove-Item "env:$name" } }
        $verdict | Should -Be 'Ready'
        [int] $count | Should -BeGreaterThan 1000
        [int] $count | Should -BeLessOrEqual 3800 -Because 'it was 3,616 in a debug build; a new check takes about ten'
        $methods = Get-Content $list
        @($methods -match 'DsrReadiness\.Checks\.').Count | Should -BeGreaterThan 300
        @($methods -match 'DsrReadiness\.(Plans|Paths|Lab|Scripts)\.') | Should -BeNullOrEmpty
    }
}
