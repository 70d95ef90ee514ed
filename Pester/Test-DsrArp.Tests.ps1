BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    function New-Pool { New-DsrLab JUMP01, WEB01, WEB02, WEB03 -Shape Clean, Ready, VipOnTrafficInterface, Ready }
    $command = 'DsrReadiness.Commands.TestDsrArpCommand'
}

Describe 'Test-DsrArp' {
    It 'finds the server that takes the VIP, and what explains it' {
        $lab = New-Pool
        $arp = $lab | Test-DsrArp 192.0.2.10 -Balancer 192.0.2.5
        $arp | Should -BeOfType DsrReadiness.Output.DsrArp
        @($arp).Count | Should -Be 1
        "$($arp.Conclusion)" | Should -Be 'RealServer'
        $arp.Server.Name | Should -Be 'WEB02'
        $arp.VirtualIPAddress | Should -Be '192.0.2.10'
        $claimant = $arp.Claimant[0]
        "$($claimant.Kind) $($claimant.ComputerName) $($claimant.Interface)" | Should -Be 'RealServer WEB02 Ethernet'
        $claimant.LinkLayerAddress | Should -Match '^00-15-5D(-[0-9A-F]{2}){3}$'
        $claimant.Explanation.Id | Should -Be 'V03', 'V01'
        $claimant.SeenBy.ComputerName | Should -Be 'JUMP01'
        "$($claimant.SeenBy.State)" | Should -Be 'Reachable'
        $arp.Unknown | Should -BeNullOrEmpty
    }

    It 'leads to the culprit alone, whose repair ends it' {
        $lab = New-Pool
        $culprit = $lab | Test-DsrArp 192.0.2.10
        ($culprit | Test-DsrReadiness -Port 443).ComputerName | Should -Be 'WEB02'
        $culprit | Invoke-DsrPlan -Port 443 -Confirm:$false -WarningAction SilentlyContinue
        $after = $lab | Test-DsrArp 192.0.2.10 -Balancer 192.0.2.5
        "$($after.Conclusion) $($after.Claimant.Kind)" | Should -Be 'Balancer Balancer'
        $after.Server | Should -BeNullOrEmpty
    }

    It 'leads nowhere where no server answers, and never to this computer' {
        $arp = New-DsrLab -Count 2 -Shape Clean, Ready | Test-DsrArp 192.0.2.10 -Balancer 192.0.2.5
        Get-ErrorId { $arp | Test-DsrReadiness } | Should -Be 'ParameterArgumentTransformationError,DsrReadiness.Commands.TestDsrReadinessCommand'
        Get-ErrorId { $arp.Claimant | Invoke-DsrPlan -Confirm:$false } | Should -Be 'ParameterArgumentTransformationError,DsrReadiness.Commands.InvokeDsrPlanCommand'
    }

    It 'says the same of snapshots' {
        New-Pool | Export-DsrSnapshot "$TestDrive/pool/"
        $arp = Import-DsrSnapshot "$TestDrive/pool/*.json" | Test-DsrArp 192.0.2.10
        "$($arp.Conclusion) $($arp.Server)" | Should -Be 'RealServer WEB02'
        $arp.Claimant.SeenBy.Server.Kind | Should -Be 'Snapshot'
    }

    It 'asks the segment, and hears one and the other' {
        $arp = New-Pool | Test-DsrArp 192.0.2.10 -Balancer 192.0.2.5 -Active -Count 4
        "$($arp.Claimant.Kind)" | Should -Be 'RealServer Balancer'
        $answers = $arp.Claimant.SeenBy | Where-Object QuestionCount
        $answers.QuestionCount | Sort-Object -Unique | Should -Be 4
        $answers.ComputerName | Sort-Object -Unique | Should -Be 'JUMP01', 'WEB01', 'WEB03'
        ($answers | Measure-Object AnswerCount -Sum).Sum | Should -Be 12
    }

    It 'concludes <Conclusion> where <Case>' -ForEach @(
        @{ Conclusion = 'NoRealServer'; Case = 'no balancer is named'; Shape = 'Clean', 'Ready'; Splat = @{} }
        @{ Conclusion = 'Balancer'; Case = 'the balancer is named'; Shape = 'Clean', 'Ready'; Splat = @{ Balancer = '192.0.2.5' } }
        @{ Conclusion = 'Undetermined'; Case = 'everybody holds the VIP'; Shape = 'Ready'; Splat = @{} }
        @{ Conclusion = 'NotApplicable'; Case = 'a cluster keeps the VIP'; Shape = 'Clean', 'VipOnTrafficInterface'; Splat = @{ Environment = 'Cluster' } }
    ) {
        "$((New-DsrLab -Count 2 -Shape $Shape | Test-DsrArp 192.0.2.10 @Splat).Conclusion)" | Should -Be $Conclusion
    }

    It 'concludes that nobody answers when the balancer is gone' {
        $lab = New-DsrLab -Count 2 -Shape Clean, Ready
        $null = $lab[0].Simulation.Segment.RemoveHost('00-00-5E-00-53-05')
        "$(($lab | Test-DsrArp 192.0.2.10 -Active).Conclusion)" | Should -Be 'NobodyAnswers'
    }

    It 'takes IPv6 VIPs, and several, each with an object of its own' {
        $arp = New-DsrLab -Count 2 -Shape Clean, Ready -VirtualIPAddress 192.0.2.10, 2001:db8::10 | Test-DsrArp -Balancer 192.0.2.5, 2001:db8::5 -Active
        $arp.VirtualIPAddress | Should -Be '192.0.2.10', '2001:db8::10'
        $arp.Conclusion | Sort-Object -Unique | Should -Be 'Balancer'
    }

    It 'takes VIPs, servers and witnesses from a service file' {
        @{ format = 'dsr-services/1'; service = @(
                @{ name = 'web'; virtualIPAddress = '192.0.2.10'; port = 443; balancer = '192.0.2.5'; server = 'WEB01', 'WEB02', 'WEB03'; witness = 'JUMP01' }
                @{ name = 'mail'; virtualIPAddress = '192.0.2.25'; port = 25; server = 'MAIL01' }) } | ConvertTo-Json -Depth 5 | Set-Content "$TestDrive/services.json"
        $arp = New-Pool | Test-DsrArp -ServiceFile "$TestDrive/services.json"
        "$($arp.ServiceName) $($arp.Conclusion) $($arp.Port)" | Should -Be 'web RealServer tcp/443'
        (New-Pool | Test-DsrArp -ServiceFile "$TestDrive/services.json" -ServiceName mail).ServiceName | Should -Be 'mail'
    }

    It 'turns by itself to the servers and witnesses of a service file' -Skip:$IsWindows {
        @{ format = 'dsr-services/1'; service = @(
                @{ name = 'web'; virtualIPAddress = '192.0.2.10'; server = 'WEB01', 'WEB02'; witness = 'JUMP01' }
                @{ name = 'mail'; virtualIPAddress = '192.0.2.25'; server = 'MAIL01' }) } | ConvertTo-Json -Depth 5 | Set-Content "$TestDrive/turns.json"
        $null = Test-DsrArp -ServiceFile "$TestDrive/turns.json" -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.TargetObject | Sort-Object | Should -Be 'JUMP01', 'MAIL01', 'WEB01', 'WEB02'
    }

    It 'never takes what could not be read for right' {
        $lab = New-DsrLab -Count 2 -Shape Clean, Ready
        $lab[1].Simulation.Faults.AtRead(1).Fail('AccessDenied')
        $arp = Test-DsrArp 192.0.2.10 -Balancer 192.0.2.5 -Server ($lab[0], 'WEB09') -ErrorAction SilentlyContinue
        "$($arp.Conclusion)" | Should -Be 'Undetermined'
        if (-not $IsWindows) { $arp.Unknown | Should -Be 'Of WEB09, nothing could be read.' }
    }

    It 'writes error <Id> for <Case>' -ForEach @(
        @{ Id = 'InvalidService'; Case = 'an address that is none'; Splat = @{ VirtualIPAddress = '192.0.2' } }
        @{ Id = 'InvalidService'; Case = 'a balancer that is the VIP'; Splat = @{ VirtualIPAddress = '192.0.2.10'; Balancer = '192.0.2.10' } }
        @{ Id = 'FileNotFound'; Case = 'a service file that is not there'; Splat = @{ ServiceFile = 'TestDrive:/none.json' } }
    ) {
        Get-ErrorId { New-DsrLab | Test-DsrArp @Splat } | Should -Be "$Id,$command"
    }

    It 'says off Windows what to use in place of asking, and looks at the tables all the same' -Skip:$IsWindows {
        New-Pool | Export-DsrSnapshot "$TestDrive/asked/"
        $snapshots = Import-DsrSnapshot "$TestDrive/asked/*.json"
        $arp = $snapshots | Test-DsrArp 192.0.2.10 -Active -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -Be "ProbeNotSupported,$command"
        $failed.ErrorDetails.RecommendedAction | Should -BeLike '*arping*'
        "$($arp.Conclusion)" | Should -Be 'RealServer'
        Get-ErrorId { New-DsrLab -Remote | Test-DsrArp 192.0.2.10 -Active } | Should -Contain "ProbeNotSupported,$command"
    }

    It 'shows a hostile name as text' {
        $copy = $null
        New-Pool | Export-DsrSnapshot "$TestDrive/hostile/"
        $copy = Get-Content "$TestDrive/hostile/WEB02.json" -Raw
        $copy -replace '"WEB02"', '"WEB\u001b[31m02"' | Set-Content "$TestDrive/hostile/WEB02.json"
        $arp = Import-DsrSnapshot "$TestDrive/hostile/*.json" | Test-DsrArp 192.0.2.10
        ($arp | Format-List | Out-String) -replace "`e\[(32;1|0|1;31|1)?m" | Should -Not -Match "`e"
        $arp.Claimant.ComputerName | Should -Not -Match "`e"
        $arp.Reason | Should -Not -Match "`e"
    }
}
