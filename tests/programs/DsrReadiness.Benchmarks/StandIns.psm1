# Stand-ins for the cmdlets of Windows that read: each waits for one call to a simulated server, as the real ones wait for one to Windows.
using namespace DsrReadiness.Cim.Classes

$ErrorActionPreference = 'Stop'
$lab = $null

function Use-Lab($Server) { $script:lab = $Server.Simulation }

function Read-Class([DsrReadiness.Cim.CimClass] $Class, [DsrReadiness.Cim.CimStore] $Store = 'None') {
    foreach ($row in $lab.ReadAsync([DsrReadiness.Cim.CimQuery]::new($Class, $Store, [DsrReadiness.Cim.CimCondition[]] @()), [System.Threading.CancellationToken]::None).GetAwaiter().GetResult().Rows) {
        $values = [ordered] @{}
        foreach ($property in $Class.Properties) {
            $raw = $null
            if ($row.TryGetRaw($property, [ref] $raw)) { $values[$property.Name] = $raw }
        }
        [pscustomobject] $values
    }
}

# One call for the class; what was asked for by name is chosen from its rows, with the texts that the cmdlets have for numbers.
function Select-Row($Rows, [System.Collections.IDictionary] $Wanted) {
    foreach ($row in $Rows) {
        if ($row.PSObject.Properties['AddressFamily']) { $row.AddressFamily = if ($row.AddressFamily -eq 2) { 'IPv4' } else { 'IPv6' } }
        foreach ($name in 'WeakHostSend', 'WeakHostReceive', 'Dhcp') { if ($row.PSObject.Properties[$name]) { $row.$name = if ($row.$name) { 'Enabled' } else { 'Disabled' } } }
        if ($row.PSObject.Properties['PrefixLength']) { $row.PrefixLength = [byte] $row.PrefixLength }
        $isWanted = $true
        foreach ($name in 'Name', 'InterfaceAlias', 'AddressFamily', 'ComponentId') { if ($Wanted[$name] -and $row.$name -ne $Wanted[$name]) { $isWanted = $false } }
        if ($isWanted) { $row }
    }
}

function Get-NetAdapter { param([string] $Name) Select-Row (Read-Class ([NetAdapterClass]::Class)) $PSBoundParameters }
function Get-NetAdapterBinding { param([string] $InterfaceAlias, [string] $ComponentId) Select-Row (Read-Class ([NetAdapterBindingClass]::Class)) @{ Name = $InterfaceAlias; ComponentId = $ComponentId } }
function Get-NetIPAddress { param([string] $InterfaceAlias, [string] $AddressFamily) Select-Row (Read-Class ([NetIPAddressClass]::Class) Active) $PSBoundParameters }
function Get-NetIPInterface { param([string] $InterfaceAlias, [string] $AddressFamily) Select-Row (Read-Class ([NetIPInterfaceClass]::Class) Active) $PSBoundParameters }
function Get-NetRoute { param([string] $InterfaceAlias, [string] $AddressFamily) Select-Row (Read-Class ([NetRouteClass]::Class) Active) $PSBoundParameters }
function Get-DnsClient { param([string] $InterfaceAlias) Select-Row (Read-Class ([DnsClientClass]::Class)) $PSBoundParameters }
function Get-NetFirewallProfile { Read-Class ([NetFirewallProfileClass]::Class) Active }
function Get-NetFirewallRule { Read-Class ([NetFirewallRuleClass]::Class) Active }
function Get-NetFirewallPortFilter { Read-Class ([NetProtocolPortFilterClass]::Class) Active }
function Get-NetTCPConnection { Read-Class ([NetTcpConnectionClass]::Class) }

# What people check by hand, in the order in which they do.
function Test-ByScript([string] $Vip, [int] $Port) {
    $loopback = Get-NetAdapter | Where-Object ComponentID -EQ '*msloop'
    [bool] $loopback
    $address = Get-NetIPAddress | Where-Object { $_.InterfaceIndex -eq $loopback.InterfaceIndex -and $_.IPAddress -eq $Vip }
    [bool] $address
    $address.PrefixLength -eq 32
    $interfaces = Get-NetIPInterface | Where-Object AddressFamily -EQ IPv4
    ($interfaces | Where-Object InterfaceIndex -EQ $loopback.InterfaceIndex).WeakHostSend -eq 'Enabled'
    [bool] ($interfaces | Where-Object { $_.InterfaceIndex -ne $loopback.InterfaceIndex -and $_.WeakHostReceive -eq 'Enabled' })
    -not (Get-NetRoute | Where-Object { $_.InterfaceIndex -eq $loopback.InterfaceIndex -and $_.DestinationPrefix -eq '0.0.0.0/0' })
    $on = Get-NetFirewallProfile | Where-Object Enabled -EQ 1
    $rules = Get-NetFirewallRule | Where-Object { $_.Enabled -eq 1 -and $_.Direction -eq 1 -and $_.Action -eq 2 }
    $ports = Get-NetFirewallPortFilter | Where-Object { $_.Protocol -eq 'TCP' -and $_.LocalPort -contains "$Port" }
    -not $on -or [bool] ($rules | Where-Object InstanceID -In $ports.InstanceID)
    [bool] (Get-NetTCPConnection | Where-Object { $_.State -eq 2 -and $_.LocalPort -eq $Port })
}
