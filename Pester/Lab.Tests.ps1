BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'New-DsrLab' {
    It 'makes servers with names, or a number of them' {
        (New-DsrLab -Count 3).ComputerName | Should -Be 'LAB01', 'LAB02', 'LAB03'
        (New-DsrLab WEB01, WEB02).ComputerName | Should -Be 'WEB01', 'WEB02'
        New-DsrLab | Should -BeOfType DsrReadiness.Output.DsrLab
        "$(New-DsrLab WEB01)" | Should -Be 'WEB01'
    }

    It 'makes a <Shape> server, which is <Expected>' -ForEach @(
        @{ Shape = 'Clean'; Expected = 'NotReady' }
        @{ Shape = 'HalfDone'; Expected = 'NotReady' }
        @{ Shape = 'Ready'; Expected = 'Ready' }
        @{ Shape = 'VipOnTrafficInterface'; Expected = 'NotReady' }
        @{ Shape = 'ForeignLoopback'; Expected = 'NotReady' }
    ) {
        $lab = New-DsrLab -Shape $Shape -VirtualIPAddress 192.0.2.10, 2001:db8::10 -Port 443, udp/53
        $verdict = $lab | Test-DsrReadiness
        "$($verdict.Verdict)" | Should -Be $Expected
        $verdict.VirtualIPAddress | Should -Be '192.0.2.10', '2001:db8::10'
    }

    It 'brings VIP and port along from the pipeline, and nothing as -Server' {
        $lab = New-DsrLab WEB01 -Shape Ready
        ($lab | Test-DsrReadiness).Port | Should -Be 'tcp/443'
        ($lab | Test-DsrReadiness -VirtualIPAddress 192.0.2.10).Port | Should -Be 'tcp/443'
        $verdict = Test-DsrReadiness -VirtualIPAddress 192.0.2.10 -Server $lab
        $verdict.Port | Should -BeNullOrEmpty
        ($verdict.Results | Where-Object Id -In 'W01', 'S01').Outcome | Should -Be 'NotApplicable', 'NotApplicable'
    }

    It 'makes a server of a release' {
        $lab = New-DsrLab -Release Server2008R2
        ($lab | Test-DsrReadiness -Check A01).Results.Outcome | Should -Be 'Unknown'
        Get-ErrorId { $lab | Get-DsrLoopback } | Should -Be 'ReadingFailed,DsrReadiness.Commands.GetDsrLoopbackCommand'
    }

    It 'writes error <Id> for <Case>' -ForEach @(
        @{ Id = 'InvalidComputerName'; Case = 'a name that is none'; Splat = @{ ComputerName = 'a b' } }
        @{ Id = 'InvalidService'; Case = 'an address that is none'; Splat = @{ VirtualIPAddress = '192.0.2' } }
    ) {
        Get-ErrorId { New-DsrLab @Splat } | Should -Be "$Id,DsrReadiness.Commands.NewDsrLabCommand"
    }

    It 'gives a simulation that can be restarted, and told to fail' {
        $lab = New-DsrLab -Shape Ready
        $lab.Simulation.Restart()
        $lab | Test-DsrReadiness -Quiet | Should -BeTrue
        $lab.Simulation.Faults.AtRead(1).Fail('AccessDenied')
        "$(($lab | Test-DsrReadiness).Verdict)" | Should -Not -Be 'NotReady'
        $lab.Simulation.Calls.Count | Should -BeGreaterThan 0
    }
}

Describe 'A pool of lab servers' {
    It 'is worked on side by side, and one that fails stops no other' {
        $pool = New-DsrLab -Count 20 -Shape Ready
        $verdicts = $pool | Test-DsrReadiness -ThrottleLimit 4
        $verdicts.ComputerName | Sort-Object | Should -Be $pool.ComputerName
        ($verdicts.Verdict | Sort-Object -Unique) | Should -Be 'Ready'

        $refusing = New-DsrLab REFUSES -NotElevated
        $made = @($pool[0..2]) + $refusing | ForEach-Object { $_ } | Export-DsrSnapshot "$TestDrive/pool/" -PassThru
        $made.Count | Should -Be 4
    }
}

Describe 'The way through the house' {
    BeforeAll {
        $lab = New-DsrLab
        $PSDefaultParameterValues['*-Dsr*:Server'] = $lab
    }
    AfterAll { $PSDefaultParameterValues.Remove('*-Dsr*:Server') }

    It 'is one line' {
        $verdict = New-DsrLoopback -VirtualIPAddress 192.0.2.10 | Enable-DsrWeakHost -InterfaceAlias Ethernet -PassThru | Test-DsrReadiness -Port 443
        "$($verdict.Verdict)" | Should -Be 'Ready'
        $verdict.ComputerName | Should -Be 'LAB01'
        $verdict.TrafficInterface | Should -Be 'Ethernet'
        $lab.Simulation.Restart()
        Test-DsrReadiness 192.0.2.10 -Port 443 -Quiet | Should -BeTrue
    }

    It 'goes to the server of each object where there are several' {
        $PSDefaultParameterValues['*-Dsr*:Server'] = New-DsrLab -Count 3
        $verdicts = New-DsrLoopback 192.0.2.10 | Enable-DsrWeakHost -PassThru | Test-DsrReadiness -Port 443
        $verdicts.ComputerName | Sort-Object | Should -Be 'LAB01', 'LAB02', 'LAB03'
        $verdicts.Verdict | Sort-Object -Unique | Should -Be 'Ready'
    }
}
