# Every advice of kind Command, run as it is printed on a lab server that is ready but for one thing: the check passes afterwards, and a plan has nothing to add.
# What Windows brings is stood in for by NetCmdlets.psm1.
BeforeDiscovery {
    function Of([string] $Id, [string] $What, [scriptblock] $Break, [hashtable] $More = @{}, [scriptblock] $Own) { @{ Id = $Id; What = $What; Break = $Break; More = $More; Own = $Own } }
    $both = @{ VirtualIPAddress = '192.0.2.10', '2001:db8::10' }
    $cases = @(
        Of H01 'a route of the loopback takes some of the clients' { New-NetRoute -DestinationPrefix 198.51.100.64/26 -InterfaceIndex $loopback -NextHop 0.0.0.0 } @{ ClientAddress = '198.51.100.0/24' }
        Of H05 'the Network Setup Service is disabled' { Set-Service -Name NetSetupSvc -StartupType Disabled }
        Of H09 'the traffic interface is disabled' { Get-NetAdapter -InterfaceIndex $nic | Disable-NetAdapter -Confirm:$false }
        Of H10 'its own address is in the active store alone' { Remove-NetIPAddress -InterfaceIndex $nic -IPAddress 192.0.2.51 -PolicyStore PersistentStore -Confirm:$false }
        Of H10 'its default route is in the active store alone' { Remove-NetRoute -InterfaceIndex $nic -DestinationPrefix 0.0.0.0/0 -NextHop 192.0.2.1 -PolicyStore PersistentStore -Confirm:$false }
        Of A06 'two components are bound' { foreach ($each in 'ms_server', 'ms_lldp') { Get-NetAdapter -InterfaceIndex $loopback | Enable-NetAdapterBinding -ComponentID $each } }
        Of A06 'IP is not bound' { Get-NetAdapter -InterfaceIndex $loopback | Disable-NetAdapterBinding -ComponentID ms_tcpip }
        Of A08 'it has an automatic address' { New-NetIPAddress -InterfaceIndex $loopback -IPAddress 169.254.7.7 -PrefixLength 16 }
        Of V01 'the VIPs are missing' { foreach ($each in '192.0.2.10', '2001:db8::10') { Remove-NetIPAddress -InterfaceIndex $loopback -IPAddress $each -Confirm:$false } } $both {
            (Get-DsrLoopback -Server $lab).VirtualIPAddress | Should -Be '192.0.2.10', '2001:db8::10'
            Remove-DsrVirtualIPAddress -Server $lab -VirtualIPAddress 192.0.2.10 -Confirm:$false
            Test-One | Should -Be 'Failed'
            Undo-DsrPlan -Server $lab -VirtualIPAddress $vips -Confirm:$false
            Test-One | Should -Be 'Passed'
        }
        Of V02 'the prefix is wide' {
            Remove-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10 -Confirm:$false
            New-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10 -PrefixLength 24 -SkipAsSource $true
        }
        Of H10 'an old gateway comes back with the next start' {
            New-NetRoute -InterfaceIndex $nic -DestinationPrefix 0.0.0.0/0 -NextHop 192.0.2.5
            Remove-NetRoute -InterfaceIndex $nic -DestinationPrefix 0.0.0.0/0 -NextHop 192.0.2.5 -PolicyStore ActiveStore -Confirm:$false
        }
        Of V02 'the prefix is wide after a restart' {
            Remove-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10 -PolicyStore PersistentStore -Confirm:$false
            New-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10 -PrefixLength 24 -SkipAsSource $true -PolicyStore PersistentStore
        }
        Of V06 'the VIP is not skipped as source after a restart' {
            Remove-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10 -PolicyStore PersistentStore -Confirm:$false
            New-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10 -PrefixLength 32 -SkipAsSource $false -PolicyStore PersistentStore
        }
        Of V03 'the VIP is on the traffic interface after a restart' { New-NetIPAddress -InterfaceIndex $nic -IPAddress 192.0.2.10 -PrefixLength 24 -PolicyStore PersistentStore }
        Of V03 'the persistent store has the VIP on an adapter that is gone' {
            $device = $lab.Simulation.Backdoor.CreateDevice().Device.InstanceId
            $lab.Simulation.Clock.Advance('00:00:30')
            $gone = Get-LabIndex 'Ethernet 2'
            Set-NetIPInterface -InterfaceIndex $gone -AddressFamily IPv4 -Dhcp Disabled
            New-NetIPAddress -InterfaceIndex $gone -IPAddress 192.0.2.10 -PrefixLength 32 -PolicyStore PersistentStore
            $lab.Simulation.Backdoor.RemoveDevice($device)
        }
        Of V04 'the VIP is invalid' { $lab.Simulation.Backdoor.SetAddressState('192.0.2.10', 'Invalid') }
        Of V04 'the lifetime of the VIP has ended' { $lab.Simulation.Backdoor.SetAddressState('192.0.2.10', 'Deprecated') }
        Of V05 'the VIP is in the active store alone' { Remove-NetIPAddress -InterfaceIndex $loopback -IPAddress 192.0.2.10 -PolicyStore PersistentStore -Confirm:$false }
        Of V06 'no VIP is skipped as source' { foreach ($each in '192.0.2.10', '2001:db8::10') { Set-NetIPAddress -InterfaceIndex $loopback -IPAddress $each -SkipAsSource $false } } $both
        Of V09 'the loopback has DNS servers' { $lab.Simulation.Backdoor.SetDnsServers($loopback, '192.0.2.53') }
        Of V10 'a route of the loopback covers the segment' { New-NetRoute -DestinationPrefix 192.0.2.0/25 -InterfaceIndex $loopback -NextHop 0.0.0.0 }
        Of V11 'the metric of the loopback is low' { foreach ($each in 'IPv4', 'IPv6') { Set-NetIPInterface -InterfaceIndex $loopback -AddressFamily $each -AutomaticMetric Disabled -InterfaceMetric 1 } } $both
        Of V13 'two VIPs may be the source' {
            New-NetRoute -DestinationPrefix 192.0.2.5/32 -InterfaceIndex $loopback -NextHop 0.0.0.0
            foreach ($each in '192.0.2.10', '192.0.2.11') { Set-NetIPAddress -InterfaceIndex $loopback -IPAddress $each -SkipAsSource $false }
        } @{ VirtualIPAddress = '192.0.2.10', '192.0.2.11' }
        Of M01 'the traffic interface is strong' { foreach ($each in 'IPv4', 'IPv6') { Set-NetIPInterface -InterfaceIndex $nic -AddressFamily $each -WeakHostReceive Disabled } } $both {
            (Get-DsrWeakHost -Server $lab -InterfaceAlias Ethernet).WeakHostReceive | Select-Object -Unique | Should -Be 'Enabled'
        }
        Of M01 'the traffic interface is strong, and forwards' { Set-NetIPInterface -InterfaceIndex $nic -AddressFamily IPv4 -WeakHostReceive Disabled -Forwarding Enabled }
        Of M05 'the host model is lost at a restart' {
            foreach ($each in 'IPv4', 'IPv6') {
                Set-NetIPInterface -InterfaceIndex $nic -AddressFamily $each -WeakHostReceive Disabled -PolicyStore PersistentStore
                Set-NetIPInterface -InterfaceIndex $loopback -AddressFamily $each -WeakHostSend Disabled -PolicyStore PersistentStore
            }
        } $both
        Of M07 'both interfaces forward' { foreach ($each in $nic, $loopback) { Set-NetIPInterface -InterfaceIndex $each -AddressFamily IPv4 -Forwarding Enabled } }
        Of D02 'nothing registers in DNS' {
            $lab.Simulation.Backdoor.Join('example.com')
            Set-DnsClient -InterfaceIndex $nic -RegisterThisConnectionsAddress $false
        }
        Of D05 'the DNS server publishes every address' { $lab.Simulation.Backdoor.SetService('DNS', $true, 'Auto') }
        Of W01 'no rule lets the clients in' { Get-NetFirewallRule | Remove-NetFirewallRule } ($both + @{ ClientAddress = '198.51.100.0/24' }) {
            $rules = Get-DsrFirewallRule -Server $lab
            $rules.VirtualIPAddress | Should -Be '192.0.2.10', '2001:db8::10'
            (Get-DsrPlan @asked -Removal).Changes.Text | Should -Contain "Remove firewall rule $($rules[0].Name)."
            $rules | Remove-DsrFirewallRule -Confirm:$false
            Test-One | Should -Be 'Failed'
            Undo-DsrPlan -Server $lab -VirtualIPAddress $vips -Confirm:$false
            Test-One | Should -Be 'Passed'
        }
        Of W01 'the profile heeds no rule' { Set-NetFirewallProfile -Name Domain, Private, Public -AllowInboundRules False }
        Of W01 'the profile heeds no rule, and there is none' {
            Set-NetFirewallProfile -Name Domain, Private, Public -AllowInboundRules False
            Get-NetFirewallRule | Remove-NetFirewallRule
        }
        Of W04 'the firewall is off' { Set-NetFirewallProfile -Name Domain, Private, Public -Enabled False }
        Of W04 'the profiles leave the interfaces out' { Set-NetFirewallProfile -Name Domain, Private, Public -DisabledInterfaceAliases 'Ethernet', 'DSR Loopback' }
        Of W04 'the filtering engine is stopped' { $lab.Simulation.Backdoor.SetService('BFE', $false, 'Auto') }
        Of W04 'the filtering engine is disabled' { $lab.Simulation.Backdoor.SetService('BFE', $false, 'Disabled') }
        Of S04 'the listen list of HTTP.sys lacks the VIPs' { $lab.Simulation.Backdoor.SetRegistry('SYSTEM\CurrentControlSet\Services\HTTP\Parameters', 'ListenOnlyList', [string[]] '192.0.2.51') } $both
    )
    $settings = foreach ($line in Get-Content -LiteralPath "$PSScriptRoot/Settings.jsonl") {
        foreach ($release in 'Server2012', 'Server2025') { ($line | ConvertFrom-Json -AsHashtable) + @{ Release = $release } }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module "$PSScriptRoot/NetCmdlets.psm1" -Force
    $computerName = $env:COMPUTERNAME
    $env:COMPUTERNAME = 'WEB01'
    $seen = [System.Collections.Generic.HashSet[string]]::new()

    function Get-One { (Test-DsrReadiness @asked).Results | Where-Object Id -EQ $Id }

    function Test-One {
        $lab.Simulation.Clock.Advance('00:00:10')
        "$((Get-One).Outcome)"
    }

    # As a file, as at a prompt; an error ends it.
    function Invoke-Command-Text([string] $Text) {
        $path = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        Set-Content -LiteralPath $path -Value ("`$ErrorActionPreference = 'Stop'", $Text)
        & $path | Out-Null
    }

    # What is advised without what differs from server to server: its first sentence, names, addresses and numbers.
    function Get-Kind([string] $Id, [string] $Words) {
        "$Id " + ($Words -replace ' The other commands are for.*' -creplace '\b(DSR )?(Loopback|Ethernet)\b', 'X' -replace '[0-9a-f]*[.:][0-9a-f.:]*[0-9a-f]|\d+', 'N' -replace 'N(, N)+', 'N' -replace 'ms_\w+', 'C')
    }
}

AfterAll {
    $env:COMPUTERNAME = $computerName
    $PSDefaultParameterValues.Remove('*-Dsr*:Server')
    Remove-Module NetCmdlets
}

# Every setting of a prepared server on the first and the last release with the cmdlets: the cases are those of SettingTests, which writes them with DSR_UPDATE_SETTINGS=1.
Describe 'A setting' {
    It 'is missed on <Release>, and set by the script of a plan and by what is advised: <CheckId> <Text>' -ForEach $settings {
        $Id, $vips = $CheckId, @('192.0.2.10', '2001:db8::10')
        $lab = New-DsrLab WEB01 -Release $Release
        Use-Lab $lab
        Get-NetFirewallRule | Remove-NetFirewallRule # Those that Windows brings let some of it in.
        New-LabLoopback 'DSR Loopback'
        $asked = @{ Server = $lab; VirtualIPAddress = $vips; Port = 443; InterfaceAlias = 'Ethernet' }
        Get-DsrPlan @asked -LoopbackAlias 'DSR Loopback' | Invoke-DsrPlan -Confirm:$false -WarningAction SilentlyContinue | Out-Null
        Test-One | Should -Be 'Passed'
        $traffic, $answering, $loopback = (Get-LabIndex Ethernet), (Get-LabIndex Ethernet), (Get-LabIndex 'DSR Loopback')
        $null = & ([scriptblock]::Create($Without -join "`n"))
        Test-One | Should -Be 'Failed'
        $before = Get-State $lab
        if ($CheckId -notin 'A03', 'V03') { # What a disabled adapter has is not seen, and what answered is not put back.
            $script = @{ For = $Release; Language = 'PowerShell' }
            $plan = Get-DsrPlan @asked
            Invoke-Command-Text ($plan | ConvertTo-DsrScript @script)
            Test-One | Should -Be 'Passed'
            Invoke-Command-Text ($plan | ConvertTo-DsrScript @script -Part Undo)
            if ($Text -like 'Remove 169.254.*') { # An automatic address is not put back.
                $null = & ([scriptblock]::Create($Without -join "`n"))
            }
            Get-State $lab | Should -BeExactly $before
        }
        $result = Get-One
        $result.AdviceKind | Should -Be 'Command'
        $null = $seen.Add((Get-Kind $Id $result.Recommendation))
        Invoke-Command-Text $result.Command
        Test-One | Should -Be 'Passed'
        (Get-DsrPlan @asked).Changes | Where-Object CheckId -EQ $Id | Should -BeNullOrEmpty
    }
}

Describe 'Advice of kind Command' {
    It 'sets right <Id>: <What>' -ForEach $cases {
        $vips = @(if ($More.VirtualIPAddress) { $More.VirtualIPAddress } else { '192.0.2.10' })
        $lab = New-DsrLab WEB01 -Shape Ready -VirtualIPAddress $vips
        Use-Lab $lab
        $nic, $loopback = (Get-LabIndex Ethernet), (Get-LabIndex 'DSR Loopback')
        $asked = @{ Server = $lab; VirtualIPAddress = $vips; Port = 443; InterfaceAlias = 'Ethernet'; Balancer = '192.0.2.5' }
        $More.Keys | Where-Object { $_ -ne 'VirtualIPAddress' } | ForEach-Object { $asked[$_] = $More[$_] }
        (Test-DsrReadiness @asked).Verdict | Should -Be 'Ready'
        $null = & $Break
        Test-One | Should -BeIn 'Failed', 'Unknown'
        $result = Get-One
        $result.AdviceKind | Should -Be 'Command'
        $null = $seen.Add((Get-Kind $Id $result.Recommendation))
        Invoke-Command-Text $result.Command
        Test-One | Should -Be 'Passed'
        if ($Id -ne 'V13') { # The route that makes a VIP the source is V10's.
            (Test-DsrReadiness @asked).Verdict | Should -Be 'Ready'
            (Get-DsrPlan @asked).Changes | Should -BeNullOrEmpty
        }
        if ($Own) { & $Own }
    }

    It 'sets right A01: there is no loopback' {
        $lab = New-DsrLab WEB01
        $Id, $asked = 'A01', @{ Server = $lab; VirtualIPAddress = '192.0.2.10'; Port = 443; InterfaceAlias = 'Ethernet' }
        $result = Get-One
        $result.AdviceKind | Should -Be 'Command'
        $null = $seen.Add((Get-Kind $Id $result.Recommendation))
        $PSDefaultParameterValues['*-Dsr*:Server'] = $lab
        Invoke-Command-Text $result.Command
        Test-One | Should -Be 'Passed'
        (Get-DsrLoopback).VirtualIPAddress | Should -Be '192.0.2.10'
        Undo-DsrPlan -VirtualIPAddress 192.0.2.10 -Confirm:$false
        Get-DsrLoopback | Should -BeNullOrEmpty
        $PSDefaultParameterValues.Remove('*-Dsr*:Server')
    }

    It 'is all that the page lists' {
        $page = (Get-Content -Raw "$PSScriptRoot/../docs/advice.md") -replace '(?s)^.*?<!-- Command -->|<!-- end -->.*$'
        $listed = [regex]::Matches($page, '(?m)^\[(\w+)\]\([^)]*\): (.*)$') | ForEach-Object { Get-Kind $_.Groups[1].Value $_.Groups[2].Value } | Sort-Object -Unique
        $listed | Where-Object { $_ -notin $seen } | Should -BeNullOrEmpty
        $listed.Count | Should -BeGreaterThan 35
    }
}
