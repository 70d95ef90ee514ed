BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $raw = Import-DsrSnapshot "$samples/server2019-one-nic.json"
    $verdicts = $ready, $raw | Test-DsrReadiness $vip -Port 443
}

Describe 'ConvertTo-DsrReport' {
    It 'makes one text of all verdicts, a page if nothing else is asked for' {
        $page = $verdicts | ConvertTo-DsrReport
        @($page).Count | Should -Be 1
        $page | Should -BeOfType string
        $page | Should -BeLike '<!DOCTYPE html>*1 of 2 servers are ready*</html>'
    }

    It 'makes tests that say what the verdicts say' {
        [xml] $junit = $verdicts | ConvertTo-DsrReport JUnit
        $junit.testsuites.testsuite.Count | Should -Be 2
        foreach ($i in 0, 1) {
            $suite = $junit.testsuites.testsuite[$i]
            [int] $suite.tests | Should -Be $verdicts[$i].Results.Count
            [int] $suite.failures | Should -Be $verdicts[$i].Failed.Count
            [int] $suite.skipped | Should -Be @($verdicts[$i].Results | Where-Object Outcome -In Unknown, NotApplicable).Count
        }
    }

    It 'lets what is unknown fail where verdicts are strict' {
        [xml] $junit = $raw | Test-DsrReadiness $vip -Port 443 -Strict | ConvertTo-DsrReport JUnit
        @($junit.SelectNodes('//failure[@type="Unknown"]')).Count | Should -BeGreaterThan 0
    }

    It 'makes Markdown with a row for each server' {
        $verdicts | ConvertTo-DsrReport -Format Markdown | Should -Match '(?m)^\| \*\*Not ready\*\* \| SRV19A for '
    }

    It 'makes the JSON of the contract' {
        $json = $verdicts | ConvertTo-DsrReport Json | ConvertFrom-Json
        $json.verdict | Should -Be "$($verdicts[0].Verdict)", "$($verdicts[1].Verdict)"
        $json[0].results.Count | Should -Be $verdicts[0].Results.Count
    }

    It 'shows the plan of a server with it' {
        $plan = $raw | Get-DsrPlan $vip -Port 443
        $raw | Test-DsrReadiness $vip -Port 443 | ConvertTo-DsrReport -Plan $plan | Should -BeLike '*Create a KM-TEST loopback adapter.*'
        $raw | Test-DsrReadiness $vip -Port 80 | ConvertTo-DsrReport -Plan $plan | Should -Not -BeLike '*Create a KM-TEST loopback adapter.*'
    }

    It 'takes nothing but verdicts' {
        Get-ErrorId { 'WEB01' | ConvertTo-DsrReport } | Should -BeLike 'InputObjectNotBound,*'
    }
}
