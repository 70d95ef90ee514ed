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

    It 'says of a row of CSV that it is one' {
        foreach ($rows in @($verdicts | ConvertTo-Csv | ConvertFrom-Csv), @("a,b`n1,2" | ConvertFrom-Csv)) {
            $problem = $null
            try { $rows | ConvertTo-DsrReport -ErrorVariable problem -ErrorAction SilentlyContinue } catch { Write-Verbose "$_" }
            "$($problem[0])" | Should -BeLike '*cannot be reported: a row of a CSV file holds texts alone, and not what the checks found*Report verdicts as they are*Export-Clixml*'
        }
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

    It 'shows a plan that is given in the place of its own, with the server and service that it is for' {
        $lab = New-DsrLab -Shape HalfDone
        $plan = $lab | Get-DsrPlan 192.0.2.10 -Port 443 -Removal
        $plan.Changes.Count | Should -BeGreaterThan 0
        $text = [System.Net.WebUtility]::HtmlEncode($plan.Changes[-1].Text)
        $lab | Test-DsrReadiness 192.0.2.10 -Port 443 | ConvertTo-DsrReport -Plan $plan | Should -BeLike "*<li>$text (*"
        $lab | Test-DsrReadiness 192.0.2.10 -Port 80 | ConvertTo-DsrReport -Plan $plan | Should -Not -BeLike "*<li>$text (*"
    }

    It 'shows the way of the packet, and for what is not ready the plan with its commands' {
        $page = $raw | Test-DsrReadiness $vip -Port 443 | ConvertTo-DsrReport
        $page | Should -BeLike '*<svg viewBox*Create a <span class="whole">KM-TEST</span> loopback adapter.*New-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.168.11.50*'
        $page = $ready | Test-DsrReadiness $vip -Port 443 | ConvertTo-DsrReport
        $page | Should -BeLike '*<svg viewBox*'
        $page | Should -Not -BeLike '*What would make it ready*'
    }

    It 'shows the same of servers that are read live, as they were then' {
        $lab = New-DsrLab -Shape HalfDone
        $plan = $lab | Get-DsrPlan 192.0.2.10 -Port 443
        $verdict = $lab | Test-DsrReadiness 192.0.2.10 -Port 443
        $plan | Invoke-DsrPlan -Confirm:$false -WarningAction SilentlyContinue
        $verdict | ConvertTo-DsrReport | Should -BeLike "*<svg viewBox*What would make it ready: $($plan.Changes.Count) changes<*Set-NetIPInterface*"
    }

    It 'shows neither of a verdict on some checks of a server that is read live' {
        New-DsrLab | Test-DsrReadiness 192.0.2.10 -Check M01 | ConvertTo-DsrReport | Should -Not -BeLike '*What would make it ready*'
    }

    It 'shows packets with their servers, in every format, also where both come from a file' {
        $lab = New-DsrLab WEB01, WEB02 -Shape Ready
        $lab[1].Simulation.Behaviour.IgnoresPackets = $true
        $verdict = $lab | Test-DsrReadiness 192.0.2.10 -Port 443 | Sort-Object ComputerName
        $connection = $lab | Test-DsrConnection 192.0.2.10 -Port 443
        $page = $verdict | ConvertTo-DsrReport -Connection $connection
        $page | Should -BeLike '*<h1>All 2 servers are ready, and 1 did not answer a real packet as it should</h1>*A real packet was not answered as it should be*WEB02*Real packets*ANSWERED*Real packets*NO ANSWER*'
        $verdict, $connection | Export-Clixml "$TestDrive/both.xml" -Depth 4
        $copy = Import-Clixml "$TestDrive/both.xml"
        $copy[0] | ConvertTo-DsrReport JUnit -Connection $copy[1] | Should -Be ($verdict | ConvertTo-DsrReport JUnit -Connection $connection)
        ([xml] ($verdict | ConvertTo-DsrReport JUnit -Connection $connection)).SelectNodes('//testcase[failure]').name | Should -Be 'Packet tcp/443 to 192.0.2.10'
        ($verdict | ConvertTo-DsrReport Markdown -Connection $connection) | Should -BeLike '*| Ready | `*`*Failed`*`* | WEB02*'
        @($verdict | ConvertTo-DsrReport Json -Connection $connection | ConvertFrom-Json | ForEach-Object format | Group-Object -NoElement | ForEach-Object { "$($_.Count) $($_.Name)" } | Sort-Object) |
            Should -Be '2 dsr-connection/1', '2 dsr-verdict/1'
    }

    It 'warns of packets that belong to none of the verdicts' {
        $lab = New-DsrLab WEB01, WEB02 -Shape Ready
        $null = $lab[0] | Test-DsrReadiness 192.0.2.10 -Port 443 | ConvertTo-DsrReport -Connection ($lab | Test-DsrConnection 192.0.2.10 -Port 443) -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeLike '1 of the results of packets are not in the report*'
    }

    It 'makes tests and JSON of packets alone, and says what a page needs' {
        $connection = New-DsrLab WEB01, WEB02 -Shape Ready, Clean | Test-DsrConnection 192.0.2.10 -Port 443
        ([xml] ($connection | ConvertTo-DsrReport JUnit)).testsuites.testsuite.failures | Should -Be 1
        ($connection | ConvertTo-DsrReport Json | ConvertFrom-Json).outcome | Should -Be 'Answered', 'NoAnswer'
        Get-ErrorId { $connection | ConvertTo-DsrReport } | Should -BeLike 'ConnectionsNeedVerdicts,*'
    }

    It 'takes nothing but verdicts' {
        @(Get-ErrorId { 'WEB01' | ConvertTo-DsrReport })[-1] | Should -BeLike 'NothingToReport,*'
    }
}
