BeforeDiscovery {
    $kinds = 'Result', 'Snapshot', 'Difference', 'Server', 'Lab', 'Plan', 'Change', 'PlanResult', 'Loopback', 'WeakHost', 'Rule', 'Path', 'Hop', 'Arp', 'Claimant', 'Sighting'
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $snapshots = Import-DsrSnapshot "$samples/*.json"
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $verdict = Import-DsrSnapshot "$samples/server2019-one-nic.json" | Test-DsrReadiness $vip -Port 443
    $differences = $ready | Compare-DsrSnapshot $vip -Port 443 -Reference $verdict.Server
    $columns = 79 # A console of 80 columns keeps the last one free.
    $lab = New-DsrLab -VirtualIPAddress 192.0.2.10, 2001:db8::10
    $plan = $lab | Get-DsrPlan
    $path = $verdict.Server | Trace-DsrPath $vip -Port 443 -Balancer 192.168.11.5
    $result = $plan | Invoke-DsrPlan -PassThru
    $arp = New-DsrLab JUMP01, WEB01, WEB02 -Shape Clean, Ready, VipOnTrafficInterface | Test-DsrArp 192.0.2.10 -Balancer 192.0.2.5
    $objects = @{
        Result     = $verdict.Results
        Snapshot   = $snapshots[0]
        Difference = $differences
        Server     = $ready.Server
        Lab        = $lab
        Plan       = $plan
        Change     = $plan.Changes
        PlanResult = $result
        Loopback   = Get-DsrLoopback -Server $lab
        WeakHost   = Get-DsrWeakHost -Server $lab
        Path       = $path
        Hop        = $path.Hops
        Arp        = $arp
        Claimant   = $arp.Claimant
        Sighting   = $arp.Claimant.SeenBy
        Rule       = New-DsrFirewallRule -Server $lab -VirtualIPAddress 2001:db8::10 -Port tcp/5000-5100
    }
    function Show($Object, [switch]$List) {
        $text = $(if ($List) { $Object | Format-List | Out-String -Width $columns } else { $Object | Out-String -Width $columns })
        $text -split '\r?\n'
    }
}

Describe 'Views in 80 columns' {
    It 'show a verdict as a line with its problems' {
        $lines = Show $verdict
        $lines -match '^Verdict +ComputerName +VirtualIPAddress +Port +Problems' | Should -HaveCount 1
        $lines -match '^NotReady +SRV19A +192\.168\.11\.50 +tcp/443 +A01 [A-Z]\d\d [A-Z]\d\d \+\d+$' | Should -HaveCount 1
    }

    It 'show a verdict as a list with what to do' {
        $text = (Show $verdict -List) -join "`n"
        $text | Should -Match 'Failed M01 WeakHostReceiveOnTrafficInterface: Ethernet'
        $text | Should -Match '\n +Set-NetIPInterface '
    }

    It 'show a <_> as a table without a cut or a stray code' -ForEach $kinds {
        $objects.$_ | Should -Not -BeNullOrEmpty
        $lines = Show $objects.$_
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $columns
        $lines -join '' | Should -Not -Match "`e|#ERR"
        if ($_ -ne 'Snapshot') { $lines -join '' | Should -Not -Match ([char] 0x2026) }
    }

    It 'show a path as a diagram in which the drop is marked' {
        $lines = Show $path
        $lines -match '^DROPPED  SRV19A: tcp/443 to 192\.168\.11\.50 from ' | Should -HaveCount 1
        $lines -match '^\|  Arrival      ' | Should -HaveCount 1
        $lines -match '^X  Destination  192\.168\.11\.50 is no address of the server\.' | Should -HaveCount 1
        $lines -match '^   The packet ends here\.' | Should -HaveCount 1
    }

    It 'show paths as a table' {
        ($path | Format-Table | Out-String -Width $columns) -split '\r?\n' -match '^Dropped +SRV19A +192\.168\.11\.50 +tcp/443 +\? +Destination$' | Should -HaveCount 1
    }

    It 'break reasons between words' {
        $result = $verdict.Results | Where-Object Id -EQ M01
        $lines = (Show $result) | Where-Object { $_.Length -gt 31 } | Select-Object -Skip 2
        ($lines | ForEach-Object { $_.Substring(31).Trim() }) -join ' ' | Should -Be $result.Reason
        $lines.Count | Should -BeGreaterThan 1
    }

    It 'show a <_> as a list' -ForEach $kinds {
        (Show $objects.$_ -List) -join '' | Should -Not -Match '#ERR'
    }

    It 'cover every output' {
        $lab = New-DsrLab
        ($objects.Values + $verdict | ForEach-Object { $_ | Select-Object -First 1 } | ForEach-Object { $_.GetType().Name }) | Sort-Object -Unique |
            Should -Be ($lab.GetType().Assembly.GetExportedTypes() |
                Where-Object { ($_.Namespace -eq 'DsrReadiness.Output' -and -not $_.IsAbstract -and -not $_.IsEnum -and -not $_.IsGenericType) -or $_.Name -eq 'DsrServer' } |
                ForEach-Object Name | Sort-Object)
    }

    It 'carry colour only where PowerShell has a style for it' {
        $rendering = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $verdict | Out-String -Width 80 | Should -Match "`e\[1;31mNotReady"
            $PSStyle.OutputRendering = 'PlainText'
            $verdict, $path | Out-String -Width 80 | Should -Not -Match "`e"
        }
        finally { $PSStyle.OutputRendering = $rendering }
    }
}
