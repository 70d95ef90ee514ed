BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $ready = Import-DsrSnapshot "$samples/server2019-ready.json"
    $bare = Import-DsrSnapshot "$samples/server2019-one-nic.json"
}

Describe 'Trace-DsrPath' {
    It 'follows a packet from the wire to the wire' {
        $path = $ready | Trace-DsrPath $vip -Port 443 -Balancer 192.168.11.5
        $path | Should -BeOfType DsrReadiness.Output.DsrPath
        "$($path.Outcome)" | Should -Be 'Answered'
        $path.Leaks | Should -BeFalse
        $path.DroppedAt | Should -BeNullOrEmpty
        "$($path.Hops.Kind)" | Should -Be 'Arrival Destination Receive Firewall Listener Source Send Route'
        $path.Hops.Number | Should -Be (1..8)
    }

    It 'ends at the hop that drops the packet' {
        $path = $bare | Trace-DsrPath $vip -Port 443
        "$($path.Outcome)" | Should -Be 'Dropped'
        "$($path.DroppedAt.Kind)" | Should -Be 'Destination'
        [object]::ReferenceEquals($path.DroppedAt, $path.Hops[-1]) | Should -BeTrue
    }

    It 'asks a lab server, where it stands' {
        $lab = New-DsrLab -Shape Ready
        "$(($lab | Trace-DsrPath 192.0.2.10 -Port 443).Outcome)" | Should -Be 'Answered'
        Disable-DsrWeakHost -Server $lab -Confirm:$false
        "$(($lab | Trace-DsrPath 192.0.2.10 -Port 443).DroppedAt.Kind)" | Should -Be 'Receive'
    }

    It 'tells who answers for the VIP, and which source own connections take' {
        $path = New-DsrLab -Shape VipOnTrafficInterface | Trace-DsrPath 192.0.2.10 -Port 443
        $path.Leaks | Should -BeTrue
        "$($path.Resolution.Kind) $($path.Resolution.Outcome)" | Should -Be 'Resolution Leaks'
        $path.Connections.Kind | Select-Object -Unique | Should -Be 'Connection'
        $path.Connections.Consequence | Should -Contain 'The source toward the gateway 192.0.2.1 cannot be told.'
    }

    It 'leaves open what cannot be told' {
        $copy = Get-Content "$samples/server2019-ready.json" -Raw | ConvertFrom-Json -AsHashtable
        ($copy.readings | Where-Object class -EQ 'MSFT_NetIPAddress' | Where-Object store -EQ 'Persistent').Remove('rows')
        ($copy.readings | Where-Object class -EQ 'MSFT_NetIPAddress' | Where-Object store -EQ 'Persistent').error = @{ kind = 'AccessDenied'; message = 'no' }
        $copy | ConvertTo-Json -Depth 9 | Set-Content TestDrive:/denied.json
        $path = Import-DsrSnapshot TestDrive:/denied.json | Trace-DsrPath $vip -Port 443
        $path.Leaks | Should -Be $null
        $path | Format-Table | Out-String | Should -Match ' \? '
    }

    It 'writes a path for each server, VIP and port, in their order' {
        $paths = $ready, $bare | Trace-DsrPath $vip, 2001:db8:11::50 -Port 443, udp/53
        $paths.Count | Should -Be 8
        $paths.ComputerName | Select-Object -Unique | Should -Be 'SRV19A'
        $paths[0..3].VirtualIPAddress | Should -Be $vip, $vip, '2001:db8:11::50', '2001:db8:11::50'
        $paths[0..3].Port | Should -Be 'tcp/443', 'udp/53', 'tcp/443', 'udp/53'
    }

    It 'follows the packet of a client that is named' {
        ($ready | Trace-DsrPath $vip -Port 443 -ClientAddress 198.51.100.7/32).Client | Should -Be '198.51.100.7'
        ($ready | Trace-DsrPath $vip -Port 443 -ClientAddress 198.51.100.0/24).Client | Should -Be '198.51.100.1'
    }

    It 'takes services as input, as a list of them would be written' {
        $services = "VirtualIPAddress,Balancer,Port`n192.168.11.50,192.168.11.5,443`n2001:db8:11::50,2001:db8:11::5,tcp/443" | ConvertFrom-Csv
        $paths = $services | Trace-DsrPath -Server $ready
        $paths.VirtualIPAddress | Should -Be $vip, '2001:db8:11::50'
        $paths[0].Balancer | Should -Be '192.168.11.5'
    }

    It 'takes verdicts, and writes what can be judged and planned for' {
        $path = $ready | Test-DsrReadiness $vip -Port 443 -InterfaceAlias Ethernet | Trace-DsrPath
        $path.TrafficInterface | Should -Be 'Ethernet'
        $verdict = $path | Test-DsrReadiness
        [object]::ReferenceEquals($verdict.Server, $ready.Server) | Should -BeTrue
        $verdict.Port | Should -Be 'tcp/443'
        ($path | Get-DsrPlan).VirtualIPAddress | Should -Be $vip
    }

    It 'can be piped on without a port' {
        $path = $ready | Trace-DsrPath $vip
        $path.Port | Should -BeNullOrEmpty
        "$($path.Hops.Kind)" | Should -Not -Match 'Firewall|Listener'
        ($path | Test-DsrReadiness).VirtualIPAddress | Should -Be $vip
    }

    It 'changes nothing' {
        $lab = New-DsrLab -Shape HalfDone
        $before = Get-State $lab
        $null = $lab | Trace-DsrPath 192.0.2.10 -Port 443
        Get-State $lab | Should -Be $before
    }

    It 'writes error <Id> for <Case>' -ForEach @(
        @{ Id = 'InterfaceNotFound'; Case = 'an interface that the server does not have'; Splat = @{ VirtualIPAddress = '192.168.11.50'; InterfaceAlias = 'Nope' } }
        @{ Id = 'InvalidService'; Case = 'an address that is none'; Splat = @{ VirtualIPAddress = '192.168.11' } }
        @{ Id = 'InvalidService'; Case = 'a VIP that is the balancer'; Splat = @{ VirtualIPAddress = '192.168.11.50'; Balancer = '192.168.11.50' } }
    ) {
        Get-ErrorId { Trace-DsrPath -Server $ready @Splat } | Should -Be "$Id,DsrReadiness.Commands.TraceDsrPathCommand"
    }

    It 'shows no control character of a server' {
        $file = "$TestDrive/hostile.json"
        (Get-Content "$samples/server2019-ready.json" -Raw) -replace '"Ethernet"', '"Eth\u001b[2J"' | Set-Content $file
        $path = Import-DsrSnapshot $file | Trace-DsrPath $vip -Port 443
        $path.Hops[0].Interface | Should -BeLike 'Eth*'
        ($path | Out-String), ($path.Hops | Format-List | Out-String), "$($path.Hops)" | ForEach-Object { $_ | Should -Not -Match "`e\[2J" }
    }
}
