BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $bare = Import-DsrSnapshot "$samples/server2019-one-nic.json"
}

Describe 'Test-DsrReadiness' {
    It 'gives a verdict with one result a check' {
        $verdict = $bare | Test-DsrReadiness $vip -Port 443
        $verdict | Should -BeOfType DsrReadiness.Output.DsrVerdict
        "$($verdict.Verdict)" | Should -Be 'NotReady'
        $verdict.Results.Id | Should -Contain 'M01'
        $verdict.Results.Id | Sort-Object -Unique | Should -HaveCount $verdict.Results.Count
        ($verdict.Failed | Where-Object Id -EQ 'M01').Reason | Should -BeLike 'WeakHostReceive of Ethernet*'
    }

    It 'is True or False with -Quiet' {
        $ready | Test-DsrReadiness $vip -Port 443 -Quiet | Should -BeTrue
        $bare | Test-DsrReadiness $vip -Port 443 -Quiet | Should -BeFalse
        $ready | Test-DsrReadiness $vip -Port 443 -Quiet | Should -BeOfType bool
    }

    It 'takes services as input, as a list of them would be written' {
        $services = @"
VirtualIPAddress,Port,Balancer,Probe,ClientAddress,Environment
192.168.11.50,443,192.168.11.5,tcp/192.168.11.50:443,198.51.100.0/24,OnPremises
"@, "VirtualIPAddress,Port`n2001:db8:11::50,tcp/443" | ForEach-Object { $_ | ConvertFrom-Csv }
        $verdicts = $services | Test-DsrReadiness -Server $ready
        $verdicts.VirtualIPAddress | Should -Be '192.168.11.50', '2001:db8:11::50'
        $verdicts[0].Probe | Should -Be 'tcp/192.168.11.50:443'
        $verdicts[0].ClientAddress | Should -Be '198.51.100.0/24'
        "$($verdicts[0].Environment)" | Should -Be 'OnPremises'
        $verdicts[1].Balancer | Should -BeNullOrEmpty
    }

    It 'takes what it wrote as input again' {
        $verdict = $ready | Test-DsrReadiness $vip, 2001:db8:11::50 -Port 443, udp/53 -Balancer 192.168.11.5 -InterfaceAlias Ethernet
        $again = $verdict | Test-DsrReadiness
        $again.VirtualIPAddress | Should -Be $verdict.VirtualIPAddress
        $again.Port | Should -Be $verdict.Port
        $again.Balancer | Should -Be $verdict.Balancer
        $again.TrafficInterface | Should -Be 'Ethernet'
    }

    It 'asks the checks of -Check but those of -ExcludeCheck' {
        ($ready | Test-DsrReadiness $vip -Check M0*, s01 -ExcludeCheck M05, WeakHostSend*).Results.Id | Should -Be 'M01', 'M03', 'M06', 'M07', 'S01'
    }

    It 'takes the traffic interface by name or index, and not from input' {
        ($ready | Test-DsrReadiness $vip -InterfaceIndex 7 -Check M01).TrafficInterface | Should -Be '7'
        ([pscustomobject]@{ Server = $ready; InterfaceAlias = 'Nope' } | Test-DsrReadiness $vip -Check M01).TrafficInterface | Should -BeNullOrEmpty
    }

    It 'writes error <Id> for <Case>' -ForEach @(
        @{ Id = 'InterfaceNotFound'; Case = 'an interface that the server does not have'; Splat = @{ VirtualIPAddress = '192.168.11.50'; InterfaceAlias = 'Nope' } }
        @{ Id = 'CheckNotFound'; Case = 'a check that there is not'; Splat = @{ VirtualIPAddress = '192.168.11.50'; Check = 'M*', 'ZZ' } }
        @{ Id = 'NoCheckSelected'; Case = 'no check at all'; Splat = @{ VirtualIPAddress = '192.168.11.50'; ExcludeCheck = '*' } }
        @{ Id = 'InvalidService'; Case = 'an address that is none'; Splat = @{ VirtualIPAddress = '192.168.11' } }
        @{ Id = 'InvalidService'; Case = 'a port that is none'; Splat = @{ VirtualIPAddress = '192.168.11.50'; Port = 'https' } }
        @{ Id = 'InvalidService'; Case = 'a VIP that is the balancer'; Splat = @{ VirtualIPAddress = '192.168.11.50'; Balancer = '192.168.11.50' } }
    ) {
        Get-ErrorId { Test-DsrReadiness -Server $ready @Splat } | Should -Be "$Id,DsrReadiness.Commands.TestDsrReadinessCommand"
    }

    It 'says in an error which interfaces there are and what to do' {
        $ready | Test-DsrReadiness $vip -InterfaceAlias Nope -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].Exception.Message | Should -BeLike "*it has: 'Ethernet' (7)."
        $problem[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $problem[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'stops at the first error if it is told to' -Skip:($env:OS -eq 'Windows_NT') {
        { 'WEB01', $ready | Test-DsrReadiness $vip -ErrorAction Stop } | Should -Throw -ErrorId 'LiveServerNotSupported,*'
    }

    It 'ends early when nothing more is wanted' {
        ($ready, $bare, $ready | Test-DsrReadiness $vip | Select-Object -First 1).ComputerName | Should -Be 'SRV19A'
    }
}

Describe 'Test-DsrReadiness against what was, and against the others' {
    BeforeAll {
        $pool = New-DsrLab WEB01, WEB02, WEB03 -Shape Ready
        $earlier = foreach ($lab in $pool) {
            Export-DsrSnapshot "$TestDrive/$($lab.ComputerName).json" -Server $lab
            Import-DsrSnapshot "$TestDrive/$($lab.ComputerName).json"
        }
        Disable-DsrWeakHost -Server $pool[1] -Confirm:$false
        function Ask([string] $Check, [hashtable] $Compared) {
            $pool | Test-DsrReadiness 192.0.2.10 -Port 443 -Check $Check @Compared | ForEach-Object { "$($_.ComputerName) $($_.Results[0].Outcome)" } | Sort-Object
        }
    }

    It 'does not compare what nothing was given for' {
        Ask R01 @{} | Should -Be 'WEB01 NotApplicable', 'WEB02 NotApplicable', 'WEB03 NotApplicable'
        Ask R02 @{} | Should -Be 'WEB01 NotApplicable', 'WEB02 NotApplicable', 'WEB03 NotApplicable'
    }

    It 'finds with -Earlier what has changed on which server, each held against its own past' {
        Ask R01 @{ Earlier = $earlier } | Should -Be 'WEB01 Passed', 'WEB02 Failed', 'WEB03 Passed'
        $found = $pool[1] | Test-DsrReadiness 192.0.2.10 -Port 443 -Check R01 -Earlier $earlier[2], $earlier[1]
        $found.Warning.Reason | Should -BeLike '*M01*'
    }

    It 'finds with -Pool the odd one of three' {
        Ask R02 @{ Pool = $pool } | Should -Be 'WEB01 Passed', 'WEB02 Failed', 'WEB03 Passed'
        $found = $pool[1] | Test-DsrReadiness 192.0.2.10 -Port 443 -Check R02 -Pool $pool
        $found.Warning.Reason | Should -BeLike 'M0? WeakHost* is Failed here, and Passed on 2 of the 3 servers of the pool.*'
    }

    It 'finds with -Pool the same in snapshots' {
        $snapshots = foreach ($lab in $pool) {
            Export-DsrSnapshot "$TestDrive/now-$($lab.ComputerName).json" -Server $lab
            Import-DsrSnapshot "$TestDrive/now-$($lab.ComputerName).json"
        }
        $verdicts = $snapshots | Test-DsrReadiness 192.0.2.10 -Port 443 -Check R02 -Pool $snapshots
        $verdicts | ForEach-Object { "$($_.ComputerName) $($_.Results[0].Outcome)" } | Should -Be 'WEB01 Passed', 'WEB02 Failed', 'WEB03 Passed'
    }

    It 'has no odd one among two' {
        ($pool[1] | Test-DsrReadiness 192.0.2.10 -Port 443 -Check R02 -Pool $pool[0, 1]).Results[0].Reason | Should -BeLike '*give at least 3 servers*'
    }

    It 'writes an error for a server to compare with that cannot be read' {
        Get-ErrorId { $pool[0] | Test-DsrReadiness 192.0.2.10 -Check R02 -Pool WEB09 } | Should -Be 'LiveServerNotSupported,DsrReadiness.Commands.TestDsrReadinessCommand'
    }
}

Describe 'Completion' {
    BeforeAll {
        function Complete([string]$Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
    }

    It 'knows the checks' {
        Complete 'Test-DsrReadiness -Check M0' | Should -Contain 'M01'
        Complete 'Test-DsrReadiness -ExcludeCheck WeakHostS' | Should -Contain 'WeakHostSendOnLoopback'
    }

    It 'knows the interfaces and VIPs of the server given' {
        $global:given = $ready
        Complete 'Test-DsrReadiness -Server $given -InterfaceAlias ' | Should -Be 'Ethernet'
        Complete 'Test-DsrReadiness -Server $given -VirtualIPAddress ' | Should -Contain $vip
        Remove-Variable given -Scope Global
    }

    It 'knows the interfaces and VIPs of the server by default' {
        $global:PSDefaultParameterValues['Test-Dsr*:Server'] = $ready
        try {
            Complete 'Test-DsrReadiness -InterfaceAlias ' | Should -Be 'Ethernet'
            Complete 'Test-DsrReadiness ' | Should -Contain $vip
            Complete 'Get-DsrLoopback ' | Should -BeNullOrEmpty
        }
        finally { $global:PSDefaultParameterValues.Remove('Test-Dsr*:Server') }
    }

    It 'knows indexes, rules and runs' {
        $global:given = New-DsrLab -Shape HalfDone
        $run = $given | Invoke-DsrPlan -PassThru -WarningAction SilentlyContinue
        Complete 'Test-DsrReadiness -Server $given -InterfaceIndex ' | Should -Be '4'
        Complete 'Remove-DsrFirewallRule -Server $given -Name ' | Should -Be "'DsrReadiness-192.0.2.10-tcp-443'"
        Complete 'Get-DsrFirewallRule -Server $given Dsr' | Should -Be "'DsrReadiness-192.0.2.10-tcp-443'"
        Complete 'Undo-DsrPlan -Server $given -RunId ' | Should -Be "'$($run.RunId)'"
        $run | Undo-DsrPlan -Confirm:$false -WarningAction SilentlyContinue
        Complete 'Undo-DsrPlan -Server $given -RunId ' | Should -BeNullOrEmpty
        Remove-Variable given -Scope Global
    }

    It 'offers no hidden parameter' {
        Complete 'Test-DsrReadiness -' | Should -Contain '-Server'
        foreach ($hidden in '-PSComputerName', '-TrafficInterface') { Complete 'Test-DsrReadiness -' | Should -Not -Contain $hidden }
    }
}
