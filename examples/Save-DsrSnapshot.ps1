<#
.SYNOPSIS
Saves what DsrReadiness needs to know of a Windows server in a snapshot file, to be judged elsewhere.
.DESCRIPTION
It only reads: through CIM, and one name of DNS, the server's own, of a DNS server that the server is set to. It needs nothing that Windows does not bring: Windows Server 2012 or later with the PowerShell that it came with,
no module and no download. Some classes are closed to a session that is not elevated. A class that cannot be read is recorded with its failure, and each is in the file as soon as it is read: where one hangs,
the file holds all before it.
.PARAMETER Path
The file to write; one that is there is replaced. Left out, it is the computer's name and .json in the current folder.
.PARAMETER ComputerName
Another computer, to be read over WSMan. Left out, it is this one.
.PARAMETER TimeoutSec
How long one class may take, in seconds.
.EXAMPLE
powershell.exe -ExecutionPolicy Bypass -File .\Save-DsrSnapshot.ps1
.EXAMPLE
.\Save-DsrSnapshot.ps1 -ComputerName WEB02 -Path .\web02.json
.OUTPUTS
System.IO.FileInfo: the file.
#>
[CmdletBinding()]
param([string]$Path, [string]$ComputerName, [int]$TimeoutSec = 120)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

# What is read: namespace, class, stores, properties. No other property is saved: the file stays small, and what no check looks at stays here.
$classes = @'
root/StandardCimv2 MSFT_NetIPInterface Active,Persistent InterfaceIndex,AddressFamily,InterfaceAlias,WeakHostSend,WeakHostReceive,Forwarding,Advertising,Dhcp,AutomaticMetric,InterfaceMetric,DadTransmits,ConnectionState,NlMtu
root/StandardCimv2 MSFT_NetIPAddress Active,Persistent InterfaceIndex,InterfaceAlias,AddressFamily,IPAddress,PrefixLength,AddressState,SkipAsSource,PrefixOrigin
root/StandardCimv2 MSFT_NetRoute Active,Persistent InterfaceIndex,InterfaceAlias,AddressFamily,DestinationPrefix,NextHop,RouteMetric,InterfaceMetric
root/StandardCimv2 MSFT_NetAdapter - Name,InterfaceGuid,InterfaceIndex,InterfaceDescription,ComponentID,PnPDeviceID,InterfaceOperationalStatus,InterfaceAdminStatus,State,PermanentAddress,NetworkAddresses,Virtual
root/StandardCimv2 MSFT_NetAdapterBindingSettingData - InstanceID,Name,ComponentID,Enabled
root/StandardCimv2 MSFT_NetConnectionProfile - InterfaceIndex,InterfaceAlias,NetworkCategory
root/StandardCimv2 MSFT_NetNeighbor Active,Persistent InterfaceIndex,AddressFamily,IPAddress,LinkLayerAddress,State
root/StandardCimv2 MSFT_NetTCPConnection - LocalAddress,LocalPort,State,OwningProcess
root/StandardCimv2 MSFT_NetUDPEndpoint - LocalAddress,LocalPort,OwningProcess
root/StandardCimv2 MSFT_DNSClient - InterfaceIndex,InterfaceAlias,RegisterThisConnectionsAddress,UseSuffixWhenRegistering
root/StandardCimv2 MSFT_DNSClientServerAddress - InterfaceIndex,InterfaceAlias,AddressFamily,ServerAddresses
root/StandardCimv2 MSFT_NetFirewallRule Active,Persistent InstanceID,ElementName,RuleGroup,Enabled,Direction,Action,Profiles,PolicyStoreSourceType,Owner,EnforcementStatus,Platforms,RemoteDynamicKeywordAddresses,PolicyAppId,PackageFamilyName
root/StandardCimv2 MSFT_NetAddressFilter Active,Persistent InstanceID,LocalAddress,RemoteAddress
root/StandardCimv2 MSFT_NetProtocolPortFilter Active,Persistent InstanceID,Protocol,LocalPort,RemotePort,IcmpType
root/StandardCimv2 MSFT_NetApplicationFilter Active,Persistent InstanceID,AppPath,Package
root/StandardCimv2 MSFT_NetServiceFilter Active,Persistent InstanceID,ServiceName
root/StandardCimv2 MSFT_NetInterfaceFilter Active,Persistent InstanceID,InterfaceAlias
root/StandardCimv2 MSFT_NetInterfaceTypeFilter Active,Persistent InstanceID,InterfaceType
root/StandardCimv2 MSFT_NetNetworkLayerSecurityFilter Active,Persistent InstanceID,Authentication,Encryption,OverrideBlockRules,LocalUsers,RemoteUsers,RemoteMachines
root/StandardCimv2 MSFT_NetFirewallProfile Active,Persistent Name,Enabled,DefaultInboundAction,AllowInboundRules,AllowLocalFirewallRules,DisabledInterfaceAliases
root/StandardCimv2 MSFT_NetConSecRule Active,Persistent InstanceID,ElementName,Enabled,Profiles,Mode,InboundSecurity,EnforcementStatus,Platforms
root/cimv2 Win32_OperatingSystem - Version,BuildNumber,Caption,ProductType,WindowsDirectory
root/cimv2 Win32_ComputerSystem - Name,DNSHostName,Domain,PartOfDomain,Manufacturer
root/cimv2 Win32_PnPEntity - DeviceID,HardwareID,ConfigManagerErrorCode
root/cimv2 Win32_NetworkAdapterConfiguration - Index,InterfaceIndex,SettingID,IPEnabled,TcpipNetbiosOptions,FullDNSRegistrationEnabled,DHCPServer,WINSPrimaryServer,WINSSecondaryServer
root/cimv2 Win32_Service - Name,State,StartMode,ProcessId,PathName
root/cimv2 Win32_Process - ProcessId,ExecutablePath
root/Microsoft/Windows/Smb MSFT_SmbServerConfiguration - EnableMultiChannel,EnableStrictNameChecking
root/Microsoft/Windows/Smb MSFT_SmbServerNetworkInterface - IpAddress
root/MSCluster MSCluster_Resource - Name,Type,State
root/MSCluster MSCluster_Network - Name,Role
root/MSCluster MSCluster_NetworkInterface - AdapterId,Network
'@

# Registry values below HKEY_LOCAL_MACHINE: key|values. A value that is not there is saved as such, and of other values nothing but the names is seen. * is for the names of the keys below.
$registry = @'
SYSTEM\CurrentControlSet\Services\Tcpip\Parameters|Domain,NV Domain
SOFTWARE\Policies\Microsoft\Windows NT\DNSClient|RegistrationEnabled,RegisterAdapterName
SYSTEM\CurrentControlSet\Services\DNS\Parameters|PublishAddresses
SYSTEM\CurrentControlSet\Services\Netlogon\Parameters|UseDynamicDns,RegisterDnsARecords,DnsAvoidRegisterRecords
SOFTWARE\Policies\Microsoft\Netlogon\Parameters|UseDynamicDns,DnsAvoidRegisterRecords
SYSTEM\CurrentControlSet\Services\HTTP\Parameters|ListenOnlyList
SYSTEM\CurrentControlSet\Services\HTTP\Parameters\SslBindingInfo|*
SYSTEM\CurrentControlSet\Services\HTTP\Parameters\SslSniBindingInfo|*
SYSTEM\CurrentControlSet\Services\HTTP\Parameters\SslCcsBindingInfo|*
SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters|DisableStrictNameChecking,OptionalNames
'@
$readers = @{ 1 = 'GetStringValue'; 2 = 'GetExpandedStringValue'; 4 = 'GetDWORDValue'; 7 = 'GetMultiStringValue'; 11 = 'GetQWORDValue' }

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
$ids = @{
    'Windows System Error 5' = 'AccessDenied'; 'Windows System Error 740' = 'AccessDenied'; 'Windows System Error 1314' = 'AccessDenied'; 'HRESULT 0x80070005' = 'AccessDenied'; 'HRESULT 0x80041003' = 'AccessDenied'
    'Windows System Error 1460' = 'Timeout'; 'HRESULT 0x800705B4' = 'Timeout'; 'HRESULT 0x80041069' = 'Timeout'; 'HRESULT 0x80338029' = 'Timeout'
}

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
function Read-Row($Session, $Namespace, $Class, $Store) {
    $options = New-Object Microsoft.Management.Infrastructure.Options.CimOperationOptions
    $options.Timeout = [TimeSpan]::FromSeconds($TimeoutSec)
    if ($Store) { $options.SetCustomOption('PolicyStore', $Store + 'Store', $false) }
    if ($Class -eq 'MSFT_SmbServerConfiguration') { return (Invoke-CimMethod -CimSession $Session -Namespace $Namespace -ClassName $Class -MethodName GetConfiguration -OperationTimeoutSec $TimeoutSec).Output }
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

function Invoke-Registry($Session, $Method, $Arguments) {
    $Arguments.hDefKey = [uint32]2147483650
    $answer = Invoke-CimMethod -CimSession $Session -Namespace root/cimv2 -ClassName StdRegProv -MethodName $Method -Arguments $Arguments -OperationTimeoutSec $TimeoutSec
    if ($answer.ReturnValue -eq 5) { throw (New-Object UnauthorizedAccessException "$Method of '$($Arguments.sSubKeyName)' is denied.") }
    if (0, 2 -notcontains $answer.ReturnValue) { throw "$Method of '$($Arguments.sSubKeyName)' failed with $($answer.ReturnValue)." }
    $answer
}

# Firewall rules know a service by its own id, if its process carries it: asked of the services whose process has a socket open.
function Get-ServiceValue {
    $sockets = $known.MSFT_NetTCPConnection + $known.MSFT_NetUDPEndpoint
    $open = @(foreach ($socket in $sockets) { $owner = $socket.CimInstanceProperties['OwningProcess']; if ($owner) { $owner.Value } })
    foreach ($service in $known.Win32_Service) {
        $process = $service.CimInstanceProperties['ProcessId']
        if ($process -and $process.Value -and $open -contains $process.Value) {
            'SYSTEM\CurrentControlSet\Services\' + $service.CimInstanceProperties['Name'].Value + '|ServiceSidType'
        }
    }
}

# The keys below a key; a key of a host name may hold that name in a value.
function Read-Subkey($Session, $Key) {
    $found = Invoke-Registry $Session EnumKey @{ sSubKeyName = $Key }
    if ($found.ReturnValue -ne 0) { return }
    ,@(foreach ($name in $found.sNames) {
        $answer = if ($Key -like '*Sni*') { Invoke-Registry $Session GetStringValue @{ sSubKeyName = "$Key\$name"; sValueName = 'HostnamePort' } }
        if ($answer -and $answer.ReturnValue -eq 0 -and $answer.sValue) { [string]$answer.sValue } else { $name }
    })
}

function Read-Registry($Session) {
    foreach ($line in @($registry -split '\r?\n') + @(Get-ServiceValue)) {
        $key, $names = $line -split '\|'
        if ($names -eq '*') {
            $keys = Read-Subkey $Session $key
            '{ "Hive": "HKLM", "Key": ' + (ConvertTo-JsonText $key) + ', "Name": "*", "Type": ' + $(if ($null -eq $keys) { 'null' } else { 7 }) + ', "Data": ' + (ConvertTo-JsonText $keys) + ' }'
            continue
        }
        $found = Invoke-Registry $Session EnumValues @{ sSubKeyName = $key }
        $types = @{}
        if ($found.ReturnValue -eq 0 -and $found.sNames) { for ($i = 0; $i -lt $found.sNames.Count; $i++) { $types[$found.sNames[$i]] = [int]$found.Types[$i] } }
        foreach ($name in $names -split ',') {
            $type = $types[$name]
            $data = $null
            if ($type -and $readers.ContainsKey($type)) {
                $answer = Invoke-Registry $Session $readers[$type] @{ sSubKeyName = $key; sValueName = $name }
                $data = @(foreach ($value in $(if (4, 11 -contains $type) { $answer.uValue } else { $answer.sValue })) { [string]$value })
            }
            '{ "Hive": "HKLM", "Key": ' + (ConvertTo-JsonText $key) + ', "Name": "' + $name + '", "Type": ' + (ConvertTo-JsonText $type) +
                ', "Data": ' + (ConvertTo-JsonText $data) + ' }'
        }
    }
}

# What sites of IIS are bound to: by the provider of "IIS Management Scripts and Tools", or else from the configuration of this computer. Without either there are none.
function Read-Site($Session) {
    try {
        return @(foreach ($site in @(Read-Row $Session root/WebAdministration Site)) {
            foreach ($binding in $site.CimInstanceProperties['Bindings'].Value) {
                $of = $binding.CimInstanceProperties
                , @($site.CimInstanceProperties['Name'].Value, $of['Protocol'].Value, $of['BindingInformation'].Value)
            }
        })
    }
    catch { if ($ComputerName -or -not $env:windir) { throw } }
    $file = [IO.Path]::Combine($env:windir, 'System32', 'inetsrv', 'config', 'applicationHost.config')
    if (-not [IO.File]::Exists($file)) { return }
    $xml = New-Object Xml.XmlDocument
    $xml.Load($file)
    foreach ($binding in $xml.SelectNodes('/configuration/system.applicationHost/sites/site/bindings/binding')) {
        , @($binding.ParentNode.ParentNode.GetAttribute('name'), $binding.GetAttribute('protocol'), $binding.GetAttribute('bindingInformation'))
    }
}

function Read-SiteBinding($Session) {
    foreach ($binding in @(Read-Site $Session)) {
        if ('http', 'https' -notcontains $binding[1] -or $binding[2] -notmatch '^(.*):(\d{1,5}):[^:]*$') { continue }
        $address = $Matches[1].Trim('[', ']')
        if (-not $address) { $address = '*' }
        '{ "Site": ' + (ConvertTo-JsonText $binding[0]) + ', "Protocol": "' + $binding[1] + '", "Address": ' + (ConvertTo-JsonText $address) + ', "Port": ' + $Matches[2] + ' }'
    }
}

function Read-Value($Session, $Method, $Key, $Value) {
    $answer = Invoke-Registry $Session $Method @{ sSubKeyName = $Key; sValueName = $Value }
    if ($answer.ReturnValue -eq 0) { if ($Method -eq 'GetBinaryValue') { , [byte[]]$answer.uValue } else { [string]$answer.sValue } }
}

# A store keeps a certificate as a list of properties: a number, a 1, a length, and what it is; the 32nd is the certificate itself (Microsoft, MS-GPEF 2.2.1.2.3).
function Get-Expiry($List) {
    for ($at = 0; $at + 12 -le $List.Length; $at += 12 + $length) {
        $length = [BitConverter]::ToInt32($List, $at + 8)
        if ([BitConverter]::ToInt32($List, $at) -eq 32) {
            $certificate = New-Object Security.Cryptography.X509Certificates.X509Certificate2 (, [byte[]]$List[($at + 12)..($at + 11 + $length)])
            $seconds = ($certificate.NotAfter.ToUniversalTime() - [DateTime]'1970-01-01').TotalSeconds
            return [uint32][Math]::Max(0, [Math]::Min([uint32]::MaxValue, $seconds))
        }
    }
}

# When the certificates expire that HTTP.sys has bound: of the computer's store and of IIS'.
function Read-Certificate($Session) {
    foreach ($list in 'SslBindingInfo', 'SslSniBindingInfo') {
        $found = Invoke-Registry $Session EnumKey @{ sSubKeyName = "SYSTEM\CurrentControlSet\Services\HTTP\Parameters\$list" }
        foreach ($name in $(if ($found.ReturnValue -eq 0) { $found.sNames })) {
            $key = "SYSTEM\CurrentControlSet\Services\HTTP\Parameters\$list\$name"
            $hash = Read-Value $Session GetBinaryValue $key SslCertHash
            if (-not $hash) { continue }
            $hash = [BitConverter]::ToString($hash).Replace('-', '')
            $named = if ($list -like '*Sni*') { Read-Value $Session GetStringValue $key HostnamePort }
            $store = Read-Value $Session GetStringValue $key SslCertStoreName
            if (-not $store) { $store = 'MY' }
            $row = '{ "Binding": ' + (ConvertTo-JsonText $(if ($named) { $named } else { $name })) + ', "Hash": "' + $hash + '"'
            if ('MY', 'WebHosting' -contains $store) {
                $kept = Read-Value $Session GetBinaryValue "SOFTWARE\Microsoft\SystemCertificates\$store\Certificates\$hash" Blob
                $row += ', "NotAfter": ' + (ConvertTo-JsonText $(if ($kept) { Get-Expiry $kept }))
            }
            $row + ' }'
        }
    }
}

# Asked over the wire, as RFC 1035 has it: Windows answers for its own name itself, with every address that it has.
function Read-DnsAnswer($Name, $Type, $Server) {
    $query = [byte[]](68, 83, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    foreach ($label in $Name.Split('.')) { $text = [Text.Encoding]::UTF8.GetBytes($label); $query += [byte]$text.Length; $query += $text }
    $query = [byte[]]($query + (0, 0, $Type, 0, 1))
    $client = New-Object Net.Sockets.UdpClient $Server.AddressFamily
    try {
        $client.Client.ReceiveTimeout = 3000
        $client.Connect($Server, 53)
        [void]$client.Send($query, $query.Length)
        $from = New-Object Net.IPEndPoint $Server, 53
        $b = $client.Receive([ref]$from)
    }
    finally {
        $client.Close()
    }
    if ($b.Length -lt $query.Length -or $b[0] -ne 68 -or $b[1] -ne 83 -or ($b[2] -band 130) -ne 128) { throw 'The answer is cut off, or none.' }
    $at = $query.Length
    $addresses = @(for ($i = 256 * $b[6] + $b[7]; $i -gt 0; $i--) {
        while ($b[$at] -gt 0 -and $b[$at] -lt 192) { $at += $b[$at] + 1 }
        $at += if ($b[$at] -eq 0) { 1 } else { 2 }
        $length = 256 * $b[$at + 8] + $b[$at + 9]
        if (256 * $b[$at] + $b[$at + 1] -eq $Type) { (New-Object Net.IPAddress (, [byte[]]$b[($at + 10)..($at + 9 + $length)])).ToString() }
        $at += 10 + $length
    })
    '"Server": "' + $Server + '", "Status": ' + ($b[3] -band 15) + ', "Addresses": ' + (ConvertTo-JsonText $addresses)
}

# The first DNS server that answers is the one. The full name has the primary DNS suffix, which need not be the domain; a domain controller is in DNS under the domain's name too.
function Read-Dns($Session, $System, $Windows, $Addresses) {
    if (-not $System -or -not $System.CimInstanceProperties['PartOfDomain'].Value) { return }
    $domain = $suffix = $System.CimInstanceProperties['Domain'].Value
    foreach ($value in 'NV Domain', 'Domain') {
        $found = Invoke-Registry $Session GetStringValue @{ sSubKeyName = 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'; sValueName = $value }
        if ($found.ReturnValue -eq 0 -and $found.sValue) { $suffix = $found.sValue }
    }
    $isController = $Windows -and $Windows.CimInstanceProperties['ProductType'] -and $Windows.CimInstanceProperties['ProductType'].Value -eq 2
    $names = @($System.CimInstanceProperties['DNSHostName'].Value + '.' + $suffix; if ($isController) { $domain })
    $servers = @(foreach ($row in $Addresses) { foreach ($text in $row.CimInstanceProperties['ServerAddresses'].Value) { [Net.IPAddress]$text } })
    $servers = @($servers | Where-Object { -not $_.IsIPv6SiteLocal -and -not ($ComputerName -and [Net.IPAddress]::IsLoopback($_)) })
    if (-not $servers) { return }
    foreach ($name in $names) {
        foreach ($type in 1, 28) {
            $answer = $null
            foreach ($server in $servers) {
                try { $answer = Read-DnsAnswer $name $type $server }
                catch { Write-Verbose "DNS server ${server}: $($_.Exception.Message)" }
                if ($answer) { break }
            }
            if (-not $answer) { $answer = '"Server": "' + $servers[0] + '", "Status": null, "Addresses": null' }
            '{ "Name": ' + (ConvertTo-JsonText $name) + ', "Type": ' + $type + ', ' + $answer + ' }'
        }
    }
}

function ConvertTo-Failure($Exception) {
    $cause = $Exception
    while ($cause.InnerException -and $cause -isnot [Microsoft.Management.Infrastructure.CimException]) { $cause = $cause.InnerException }
    $kind = 'Failed'
    if ($cause -is [UnauthorizedAccessException]) { $kind = 'AccessDenied' }
    elseif ($cause -is [Microsoft.Management.Infrastructure.CimException]) {
        if ($cause.MessageId -and $ids.ContainsKey($cause.MessageId)) { $kind = $ids[$cause.MessageId] }
        elseif ($kinds.ContainsKey([int]$cause.NativeErrorCode)) { $kind = $kinds[[int]$cause.NativeErrorCode] }
    }
    if ($kind -eq 'AccessDenied') { $script:denied++ }
    '{ "kind": "' + $kind + '", "message": ' + (ConvertTo-JsonText $cause.Message) + ' }'
}

function Write-Text($Text) {
    $bytes = [Text.Encoding]::UTF8.GetBytes($Text)
    $stream.Write($bytes, 0, $bytes.Length)
}

# Writes what comes next in the place of the end, and the end behind it: the file can be read at any time.
function Write-Part($Text) {
    $stream.Position = $script:end
    Write-Text $Text
    $script:end = $stream.Position
    Write-Text ("`n  ], " + '"computerName": ' + (ConvertTo-JsonText $computer) + " }`n")
    $stream.SetLength($stream.Position)
    $stream.Flush()
}

function Read-Reading($Namespace, $Class, $Store, $Names) {
    if ($Class -eq 'RegistryValue') { return Read-Registry $session }
    if ($Class -eq 'SiteBinding') { return Read-SiteBinding $session }
    if ($Class -eq 'HttpCertificate') { return Read-Certificate $session }
    if ($Class -eq 'DnsAnswer') {
        return Read-Dns $session ($known.Win32_ComputerSystem | Select-Object -First 1) ($known.Win32_OperatingSystem | Select-Object -First 1) $known.MSFT_DNSClientServerAddress
    }
    $instances = @(Read-Row $session $Namespace $Class $Store)
    if ($known.ContainsKey($Class)) { $known[$Class] = $instances }
    if ($Class -eq 'Win32_ComputerSystem' -and $instances) { $script:computer = $instances[0].CimInstanceProperties['Name'].Value }
    foreach ($instance in $instances) { ConvertTo-Row $instance $Names $Store }
}

function Save-Reading($Namespace, $Class, $Store, $Names) {
    Write-Verbose "$Class $Store"
    try { $answer = '"rows": [' + (@(foreach ($row in Read-Reading $Namespace $Class $Store $Names) { "`n      " + $row }) -join ',') + ']' }
    catch { $answer = '"error": ' + (ConvertTo-Failure $_.Exception) }
    $quoted = if ($Store) { '"' + $Store + '"' } else { 'null' }
    Write-Part ("$script:between`n" + '    { "namespace": "' + $Namespace + '", "class": "' + $Class + '", "store": ' + $quoted + ', ' + $answer + ' }')
    $script:between = ','
}

$computer = if ($ComputerName) { $ComputerName } else { $env:COMPUTERNAME }
if (-not $Path) { $Path = $computer + '.json' }
$file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
if (-not [IO.Directory]::Exists([IO.Path]::GetDirectoryName($file))) { throw "There is no folder for '$file': make it, or give another path." }
$denied = 0
$end = 0
$between = ''
$known = @{ Win32_ComputerSystem = @(); Win32_OperatingSystem = @(); MSFT_DNSClientServerAddress = @(); MSFT_NetTCPConnection = @(); MSFT_NetUDPEndpoint = @(); Win32_Service = @() }
$session = if ($ComputerName) { New-CimSession -ComputerName $ComputerName -OperationTimeoutSec $TimeoutSec } else { New-CimSession -OperationTimeoutSec $TimeoutSec }
$stream = [IO.File]::Create($file)
try {
    Write-Part ('{ "format": "dsr-snapshot/1", "collectedAt": ' + (ConvertTo-JsonText ([DateTime]::UtcNow)) + ', "collector": "Save-DsrSnapshot 0.1.0", "readings": [')
    foreach ($line in $classes -split '\r?\n') {
        $namespace, $class, $stores, $names = $line -split ' '
        foreach ($store in $stores.Replace('-', '') -split ',') { Save-Reading $namespace $class $store ($names -split ',') }
    }
    foreach ($class in 'RegistryValue', 'DnsAnswer', 'SiteBinding', 'HttpCertificate') { Save-Reading dsr $class }
}
finally {
    $stream.Close()
    Remove-CimSession -CimSession $session
}

if ($denied) { Write-Warning "Access was denied to $denied readings, which stay unknown. Run this from an elevated session to have them." }
Get-Item -LiteralPath $file
