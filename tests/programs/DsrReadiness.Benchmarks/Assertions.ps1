# The questions of a usual compliance file, an assertion each.
param($Labs, [string] $Vip, [int] $Port)

Describe 'Server <_.ComputerName>' -ForEach $Labs {
    BeforeAll {
        Use-Lab $_
        $loopback = Get-NetAdapter | Where-Object ComponentID -EQ '*msloop'
    }
    It 'has a loopback' { $loopback | Should -Not -BeNullOrEmpty }
    It 'has the VIP on it' { (Get-NetIPAddress | Where-Object InterfaceIndex -EQ $loopback.InterfaceIndex).IPAddress | Should -Contain $Vip }
    It 'has it as a host' { (Get-NetIPAddress | Where-Object IPAddress -EQ $Vip).PrefixLength | Should -Be 32 }
    It 'sends weakly there' { (Get-NetIPInterface | Where-Object { $_.InterfaceIndex -eq $loopback.InterfaceIndex -and $_.AddressFamily -eq 'IPv4' }).WeakHostSend | Should -Be Enabled }
    It 'receives weakly elsewhere' { (Get-NetIPInterface | Where-Object { $_.InterfaceIndex -ne $loopback.InterfaceIndex -and $_.AddressFamily -eq 'IPv4' }).WeakHostReceive | Should -Contain Enabled }
    It 'has no gateway there' { Get-NetRoute | Where-Object { $_.InterfaceIndex -eq $loopback.InterfaceIndex -and $_.DestinationPrefix -eq '0.0.0.0/0' } | Should -BeNullOrEmpty }
    It 'lets the port in' {
        $ports = Get-NetFirewallPortFilter | Where-Object { $_.Protocol -eq 'TCP' -and $_.LocalPort -contains "$Port" }
        Get-NetFirewallRule | Where-Object { $_.Enabled -eq 1 -and $_.Direction -eq 1 -and $_.Action -eq 2 -and $_.InstanceID -in $ports.InstanceID } | Should -Not -BeNullOrEmpty
    }
    It 'listens' { Get-NetTCPConnection | Where-Object { $_.State -eq 2 -and $_.LocalPort -eq $Port } | Should -Not -BeNullOrEmpty }
}
