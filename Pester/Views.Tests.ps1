BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $snapshots = Import-DsrSnapshot "$samples/*.json"
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $verdict = Import-DsrSnapshot "$samples/server2019-one-nic.json" | Test-DsrReadiness $vip -Port 443
    $differences = $ready | Compare-DsrSnapshot $vip -Port 443 -Reference $verdict.Server
    function Show($Object, [switch]$List) {
        $text = $(if ($List) { $Object | Format-List | Out-String -Width 80 } else { $Object | Out-String -Width 80 })
        $text -split '\r?\n'
    }
}

Describe 'Views in 80 columns' {
    It 'show a verdict as a line with its problems' {
        $lines = Show $verdict
        $lines -match '^Verdict +ComputerName +VirtualIPAddress +Port +Problems' | Should -HaveCount 1
        $lines -match '^NotReady +SRV19A +192\.168\.11\.50 +tcp/443 +.*M01' | Should -HaveCount 1
    }

    It 'show a verdict as a list with what to do' {
        $text = (Show $verdict -List) -join "`n"
        $text | Should -Match 'Failed M01 WeakHostReceiveOnTrafficInterface: Ethernet'
        $text | Should -Match '> Run: Set-NetIPInterface'
    }

    It 'show results, snapshots, differences and servers as tables without a cut or a stray code' {
        foreach ($object in $verdict.Results, $snapshots, $differences, $ready.Server) {
            $lines = Show $object
            ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
            $lines -join '' | Should -Not -Match "`e|#ERR"
        }
    }

    It 'break reasons between words' {
        $result = $verdict.Results | Where-Object Id -EQ M01
        $lines = (Show $result) | Where-Object { $_.Length -gt 31 } | Select-Object -Skip 2
        ($lines | ForEach-Object { $_.Substring(31).Trim() }) -join ' ' | Should -Be $result.Reason
        $lines.Count | Should -BeGreaterThan 1
    }

    It 'show <_> as a list' -ForEach 'Results', 'Snapshots', 'Differences' {
        $object = @{ Results = $verdict.Results; Snapshots = $snapshots; Differences = $differences }[$_]
        $object | Should -Not -BeNullOrEmpty
        (Show $object -List) -join '' | Should -Not -Match '#ERR'
    }

    It 'carry colour only where PowerShell has a style for it' {
        $rendering = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $verdict | Out-String -Width 80 | Should -Match "`e\[1;31mNotReady"
            $PSStyle.OutputRendering = 'PlainText'
            $verdict | Out-String -Width 80 | Should -Not -Match "`e"
        }
        finally { $PSStyle.OutputRendering = $rendering }
    }
}
