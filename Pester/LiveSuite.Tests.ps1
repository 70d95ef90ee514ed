# The suite for spare servers runs here on a lab server, so that it is not tried for the first time on somebody's machine.
BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'The live suite' {
    It 'runs on a lab server, and writes its report' {
        $report = Join-Path $TestDrive 'report.json'
        $script = "Import-Module Pester -MinimumVersion 5.0; Import-Module '$PSScriptRoot/../DsrReadiness.psd1'; " +
        "`$container = New-PesterContainer -Path '$PSScriptRoot/Live.Tests.ps1' -Data @{ Server = New-DsrLab LIVE01; InterfaceAlias = 'Ethernet'; ReportPath = '$report' }; " +
        "`$result = Invoke-Pester -Container `$container -TagFilter Live -Output None -PassThru; '{0} {1} {2}' -f `$result.PassedCount, `$result.FailedCount, `$result.SkippedCount"
        $counts = Invoke-PowerShell -Command $script 3>$null
        $counts | Select-Object -Last 1 | Should -Be '6 0 4'
        $facts = Get-Content -LiteralPath $report -Raw | ConvertFrom-Json
        $facts.simulated | Should -BeTrue
        $facts.plan | Should -Contain "A01 Create a KM-TEST loopback adapter."
    }
}
