# What people wait for: a fresh PowerShell compiles each method that the first verdict calls. Counted and not timed: the count is the same on every machine.
BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'The first verdict in a fresh PowerShell' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    It 'compiles no more methods than it did, and no planner' {
        $list = Join-Path $TestDrive 'methods.txt'
        $script = "Import-Module '$PSScriptRoot/../DsrReadiness.psd1'
            (Import-DsrSnapshot '$samples/server2019-ready.json' | Test-DsrReadiness $vip -Port 443).Verdict"
        # Nothing is compiled a second time for being called often: that would hang on how busy the machine is.
        $settings = @{ DOTNET_JitStdOutFile = $list; DOTNET_JitDisasmSummary = '1'; DOTNET_TC_CallCountThreshold = '1000000' }
        foreach ($name in $settings.Keys) { Set-Item "env:$name" $settings[$name] }
        try { $verdict = Invoke-PowerShell -Command $script }
        finally { foreach ($name in $settings.Keys) { Remove-Item "env:$name" } }
        $verdict | Should -Be 'Ready'
        # Those of this module alone: how many PowerShell compiles beside them hangs on its threads.
        $methods = @(Get-Content $list) -match 'DsrReadiness\.'
        $methods.Count | Should -BeLessOrEqual 2660 -Because 'a new check takes about ten'
        @($methods -match 'DsrReadiness\.Checks\.').Count | Should -BeGreaterThan 300
        @($methods -match 'DsrReadiness\.(Plans|Paths|Lab|Scripts)\.') | Should -BeNullOrEmpty
    }
}
