<#
.SYNOPSIS
Saves what DsrReadiness needs to know of a Windows server in a snapshot file, to be judged elsewhere.
.DESCRIPTION
It only reads, through CIM, and needs nothing that Windows does not bring: Windows Server 2012 or later with the PowerShell that it came with,
no module and no download. Some classes are closed to a session that is not elevated. A class that cannot be read is recorded with its failure.
.PARAMETER Path
The file to write; one that is there is replaced. Left out, it is the computer's name and .json in the current folder.
.PARAMETER ComputerName
Another computer, to be read over WSMan. Left out, it is this one.
.EXAMPLE
powershell.exe -ExecutionPolicy Bypass -File .\Save-DsrSnapshot.ps1
.EXAMPLE
.\Save-DsrSnapshot.ps1 -ComputerName WEB02 -Path .\web02.json
.OUTPUTS
System.IO.FileInfo: the file.
#>
[CmdletBinding()]
param([string]$Path, [string]$ComputerName)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

# What is read: namespace, class, stores, properties. No other property is saved: the file stays small, and what no check looks at stays here.
$classes = @'
root/StandardCimv2 MSFT_NetIPInterface Active,Persistent InterfaceIndex,AddressFamily,InterfaceAlias,WeakHostSend,WeakHostReceive,Forwarding,Advertising,Dhcp,AutomaticMetric,InterfaceMetric,DadTransmits,ConnectionState,NlMtu
root/StandardCimv2 MSFT_NetIPAddress Active,Persistent InterfaceIndex,InterfaceAlias,AddressFamily,IPAddress,PrefixLength,AddressState,SkipAsSource,PrefixOrigin
root/StandardCimv2 MSFT_NetRoute Active,Persistent InterfaceIndex,InterfaceAlias,AddressFamily,DestinationPrefix,NextHop,RouteMetric,InterfaceMetric
root/StandardCimv2 MSFT_NetAdapter - Name,InterfaceGuid,InterfaceIndex,InterfaceDescription,ComponentID,PnPDeviceID,InterfaceOperationalStatus,InterfaceAdminStatus,State,PermanentAddress,Virtual
root/StandardCimv2 MSFT_NetAdapterBindingSettingData - InstanceID,Name,ComponentID,Enabled
root/StandardCimv2 MSFT_NetConnectionProfile - InterfaceIndex,InterfaceAlias,NetworkCategory
root/StandardCimv2 MSFT_NetNeighbor Active,Persistent InterfaceIndex,AddressFamily,IPAddress,LinkLayerAddress,State
root/StandardCimv2 MSFT_NetTCPConnection - LocalAddress,LocalPort,State,OwningProcess
root/StandardCimv2 MSFT_NetUDPEndpoint - LocalAddress,LocalPort,OwningProcess
root/StandardCimv2 MSFT_DNSClient - InterfaceIndex,InterfaceAlias,RegisterThisConnectionsAddress,UseSuffixWhenRegistering
root/StandardCimv2 MSFT_DNSClientServerAddress - InterfaceIndex,InterfaceAlias,AddressFamily,ServerAddresses
root/StandardCimv2 MSFT_NetFirewallRule Active,Persistent InstanceID,ElementName,RuleGroup,Enabled,Direction,Action,Profiles,PolicyStoreSourceType,Owner
root/StandardCimv2 MSFT_NetAddressFilter Active,Persistent InstanceID,LocalAddress,RemoteAddress
root/StandardCimv2 MSFT_NetProtocolPortFilter Active,Persistent InstanceID,Protocol,LocalPort,RemotePort,IcmpType
root/StandardCimv2 MSFT_NetApplicationFilter Active,Persistent InstanceID,AppPath,Package
root/StandardCimv2 MSFT_NetServiceFilter Active,Persistent InstanceID,ServiceName
root/StandardCimv2 MSFT_NetInterfaceFilter Active,Persistent InstanceID,InterfaceAlias
root/StandardCimv2 MSFT_NetInterfaceTypeFilter Active,Persistent InstanceID,InterfaceType
root/StandardCimv2 MSFT_NetNetworkLayerSecurityFilter Active,Persistent InstanceID,Authentication,Encryption,OverrideBlockRules,LocalUsers,RemoteUsers,RemoteMachines
root/StandardCimv2 MSFT_NetFirewallProfile Active,Persistent Name,Enabled,DefaultInboundAction,AllowInboundRules,AllowLocalFirewallRules,DisabledInterfaceAliases
root/cimv2 Win32_OperatingSystem - Version,BuildNumber,Caption,ProductType
root/cimv2 Win32_ComputerSystem - Name,DNSHostName,Domain,PartOfDomain
root/cimv2 Win32_PnPEntity - DeviceID,HardwareID,ConfigManagerErrorCode
root/cimv2 Win32_NetworkAdapterConfiguration - Index,InterfaceIndex,SettingID,IPEnabled,TcpipNetbiosOptions,FullDNSRegistrationEnabled
root/cimv2 Win32_Service - Name,State,StartMode
root/MSCluster MSCluster_Resource - Name,Type,State
'@

# Of these classes, the rows that checks look at: network devices and listeners, not every device and every client's connection.
$conditions = @{
    'Win32_PnPEntity'       = "ClassGuid = '{4d36e972-e325-11ce-bfc1-08002be10318}'"
    'MSFT_NetTCPConnection' = 'State = 2'
}

# By number and id: messages are translated.
$kinds = @{
    2 = 'AccessDenied'; 3 = 'InvalidNamespace'; 4 = 'InvalidParameter'; 5 = 'InvalidClass'; 6 = 'NotFound'; 7 = 'NotSupported'
    12 = 'InvalidQuery'; 15 = 'InvalidQuery'; 27 = 'Transient'; 28 = 'Transient'
}
$deniedIds = 'Windows System Error 5', 'HRESULT 0x80070005', 'HRESULT 0x80041003'

# Own JSON, since ConvertTo-Json differs from 3.0 to 7 in depth, dates, arrays of one, and in what it makes of wrapped values.
function ConvertTo-JsonText($Value) {
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { return $Value.ToString().ToLowerInvariant() }
    if ($Value -is [array]) { return '[' + (@(foreach ($item in $Value) { ConvertTo-JsonText $item }) -join ', ') + ']' }
    if ($Value -is [DateTime]) { $Value = $Value.ToUniversalTime().ToString('o', [Globalization.CultureInfo]::InvariantCulture) }
    if ($Value -is [TimeSpan]) { $Value = [Xml.XmlConvert]::ToString($Value) }
    if ($Value -is [ValueType] -and $Value -isnot [char]) { return $Value.ToString([Globalization.CultureInfo]::InvariantCulture) }
    $text = ([string]$Value).Replace('\', '\\').Replace('"', '\"')
    '"' + [regex]::Replace($text, '[\x00-\x1f]', { '\u{0:x4}' -f [int][char]$args[0].Value }) + '"'
}

# Through the session's own methods, since Get-CimInstance cannot send the option that chooses the store, as the in-box network cmdlets do.
function Read-Rows($Session, $Namespace, $Class, $Store) {
    $options = New-Object Microsoft.Management.Infrastructure.Options.CimOperationOptions
    if ($Store) { $options.SetCustomOption('PolicyStore', $Store + 'Store', $false) }
    if (-not $conditions.ContainsKey($Class)) { return $Session.EnumerateInstances($Namespace, $Class, $options) }
    $Session.QueryInstances($Namespace, 'WQL', "SELECT * FROM $Class WHERE $($conditions[$Class])", $options)
}

function ConvertTo-Row($Instance, $Names, $Store) {
    $held = $Instance.CimInstanceProperties['Store']
    if ($Store -and $held -and $null -ne $held.Value -and $held.Value -ne @{ Active = 1; Persistent = 0 }[$Store]) {
        throw "Asked for the $Store store, the server answered with rows of the other."
    }
    $members = foreach ($name in $Names) {
        $property = $Instance.CimInstanceProperties[$name]
        if ($property) { '"' + $name + '": ' + (ConvertTo-JsonText $property.Value) } # this release of Windows may not have it
    }
    '{ ' + (@($members) -join ', ') + ' }'
}

function ConvertTo-Failure($Exception) {
    $cause = $Exception
    while ($cause.InnerException -and $cause -isnot [Microsoft.Management.Infrastructure.CimException]) { $cause = $cause.InnerException }
    $kind = 'Failed'
    if ($cause -is [Microsoft.Management.Infrastructure.CimException]) {
        if ($deniedIds -contains $cause.MessageId) { $kind = 'AccessDenied' }
        elseif ($kinds.ContainsKey([int]$cause.NativeErrorCode)) { $kind = $kinds[[int]$cause.NativeErrorCode] }
    }
    '{ "kind": "' + $kind + '", "message": ' + (ConvertTo-JsonText $cause.Message) + ' }'
}

$computer = if ($ComputerName) { $ComputerName } else { $env:COMPUTERNAME }
if (-not $Path) { $Path = $computer + '.json' }
$file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
if (-not [IO.Directory]::Exists([IO.Path]::GetDirectoryName($file))) { throw "There is no folder for '$file': make it, or give another path." }
$denied = 0
$session = if ($ComputerName) { New-CimSession -ComputerName $ComputerName } else { New-CimSession }
try {
    $readings = foreach ($line in $classes -split '\r?\n') {
        $namespace, $class, $stores, $names = $line -split ' '
        foreach ($store in $stores.Replace('-', '') -split ',') {
            Write-Verbose "$class $store"
            try {
                $instances = @(Read-Rows $session $namespace $class $store)
                $rows = foreach ($instance in $instances) { "`n      " + (ConvertTo-Row $instance ($names -split ',') $store) }
                $answer = '"rows": [' + (@($rows) -join ',') + ']'
                if ($class -eq 'Win32_ComputerSystem' -and $instances) { $computer = $instances[0].CimInstanceProperties['Name'].Value }
            }
            catch {
                $answer = '"error": ' + (ConvertTo-Failure $_.Exception)
                if ($answer -like '"error": { "kind": "AccessDenied"*') { $denied++ }
            }
            $quoted = if ($store) { '"' + $store + '"' } else { 'null' }
            "`n" + '    { "namespace": "' + $namespace + '", "class": "' + $class + '", "store": ' + $quoted + ', ' + $answer + ' }'
        }
    }
}
finally {
    Remove-CimSession -CimSession $session
}

if ($denied) { Write-Warning "Access was denied to $denied readings, which stay unknown. Run this from an elevated session to have them." }
$head = '{ "format": "dsr-snapshot/1", "computerName": ' + (ConvertTo-JsonText $computer) + ', "collectedAt": ' + (ConvertTo-JsonText ([DateTime]::UtcNow)) +
    ', "collector": "Save-DsrSnapshot 0.1.0", "readings": ['
[IO.File]::WriteAllText($file, $head + ($readings -join ',') + "] }`n", (New-Object Text.UTF8Encoding $false))
Get-Item -LiteralPath $file
