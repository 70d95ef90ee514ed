# Runs the collector against stand-ins for CIM, which answer in every way that a server may. What the collector asked for goes to -Log.
param([string]$Script, [string]$Path, [string]$Log, [string]$ComputerName, [string]$Windows, [string]$EndAt, [switch]$DenyRegistry)

$env:COMPUTERNAME = 'WEB00'
if ($Windows) { $env:windir = $Windows }

function Write-Log([string]$Text) { [IO.File]::AppendAllText($Log, $Text + "`n") }

function New-Failure([int]$Code, [string]$MessageId, [string]$Message) {
    $failure = New-Object -TypeName Microsoft.Management.Infrastructure.CimException -ArgumentList $Message
    Add-Member -InputObject $failure -NotePropertyMembers @{ NativeErrorCode = $Code; MessageId = $MessageId } -Force
    $failure
}

function New-Instance([hashtable]$Values) {
    $properties = @{}
    foreach ($key in $Values.Keys) { $properties[$key] = [pscustomobject]@{ Value = $Values[$key] } }
    [pscustomobject]@{ CimInstanceProperties = $properties }
}

function Get-Answer([string]$Class, [string]$Store, $Timeout) {
    if ($Timeout -ne [TimeSpan]'00:02:00') { throw "Nothing limits how long $Class may take." }
    if ($Class -eq $EndAt) { [Environment]::Exit(9) }
    switch ("$Class $Store") {
        'MSFT_NetIPInterface ActiveStore' {
            New-Instance @{
                InterfaceIndex = [uint32]7; AddressFamily = [uint16]2; InterfaceAlias = "Ein `"Netz`" \ `t$([char]0xD83D)$([char]0xDE00) $([char]0xD800)"
                WeakHostSend = [byte]0; WeakHostReceive = [byte]1; InterfaceMetric = [uint64]::MaxValue; NlMtu = [sbyte]-1; Store = [byte]1; Secret = 'x'
            }
            New-Instance @{ InterfaceIndex = [uint32]7; AddressFamily = [uint16]23; WeakHostSend = $null; Store = $null }
        }
        'MSFT_NetIPInterface PersistentStore' { New-Instance @{ InterfaceIndex = [uint32]7; AddressFamily = [uint16]2; Store = [byte]1 } }
        'MSFT_NetIPAddress ActiveStore' { New-Instance @{ IPAddress = '192.0.2.10'; SkipAsSource = $true; Store = [byte]1 } }
        'MSFT_NetIPAddress PersistentStore' { New-Instance @{ IPAddress = '192.0.2.10'; SkipAsSource = $false; Store = [byte]0 } }
        'MSFT_NetRoute ActiveStore' { throw (New-Failure 2 '' 'Zugriff verweigert') }
        'MSFT_NetRoute PersistentStore' { throw (New-Failure 1 'Windows System Error 5' "Acc$([char]0xE8)s refus$([char]0xE9)") }
        'MSFT_NetAdapter ' { throw (New-Failure 5 '' 'no class') }
        'MSFT_NetAdapterBindingSettingData ' { throw (New-Failure 3 '' 'no namespace') }
        'MSFT_NetConnectionProfile ' { throw (New-Failure 12 '' 'no property') }
        'MSFT_NetNeighbor ActiveStore' { throw (New-Failure 4711 '' 'unheard of') }
        'MSFT_NetNeighbor PersistentStore' { throw 'no CIM failure' }
        'MSFT_DNSClient ' { throw (New-Failure 1 'HRESULT 0x80041069' 'took too long') }
        'MSFT_NetTCPConnection ' { New-Instance @{ LocalAddress = '::'; LocalPort = [uint16]443; State = [byte]2; OwningProcess = [uint32]4 } }
        'MSFT_DNSClientServerAddress ' {
            New-Instance @{ InterfaceIndex = [uint32]7; AddressFamily = [uint16]2; ServerAddresses = [string[]]@('192.0.2.53') }
            New-Instance @{ InterfaceIndex = [uint32]8; AddressFamily = [uint16]2; ServerAddresses = [string[]]@() }
            New-Instance @{ InterfaceIndex = [uint32]9; AddressFamily = [uint16]2; ServerAddresses = [string[]]@('192.0.2.53', '192.0.2.54') }
            New-Instance @{ InterfaceIndex = [uint32]10; AddressFamily = [uint16]2; ServerAddresses = $null }
        }
        'Win32_OperatingSystem ' {
            $utc = New-Object -TypeName DateTime -ArgumentList 2026, 11, 22, 2, 0, 0, ([DateTimeKind]::Utc)
            New-Instance @{ Version = $utc.ToLocalTime(); BuildNumber = [TimeSpan]'1.02:03:04'; Caption = 1.5; ProductType = [uint32]2 }
        }
        'Win32_Service ' {
            New-Instance @{ Name = 'App'; State = 'Running'; StartMode = 'Auto'; ProcessId = [uint32]900; PathName = '"C:\Program Files\app\app.exe" -x' }
            New-Instance @{ Name = 'Quiet'; State = 'Running'; StartMode = 'Auto'; ProcessId = [uint32]901; PathName = $null }
        }
        'MSFT_NetUDPEndpoint ' { New-Instance @{ LocalAddress = '::'; LocalPort = [uint16]53; OwningProcess = [uint32]900 } }
        'Site ' {
            if ($env:windir) { throw (New-Failure 3 '' 'plain IIS has no such namespace') }
            $other = New-Instance @{ Protocol = 'net.tcp'; BindingInformation = '808:*' }
            New-Instance @{ Name = 'Shop'; Bindings = @((New-Instance @{ Protocol = 'https'; BindingInformation = '192.0.2.10:443:shop.example.com' }), $other) }
            New-Instance @{ Name = 'Other'; Bindings = @(New-Instance @{ Protocol = 'http'; BindingInformation = '[2001:db8::10]:80:' }) }
        }
        'MSFT_SmbServerNetworkInterface ' { New-Instance @{ InterfaceIndex = [uint32]7; IpAddress = '192.0.2.11' } }
        'Win32_ComputerSystem ' { New-Instance @{ Name = 'WEB01'; PartOfDomain = $true; DNSHostName = 'web01'; Domain = 'lab.example'; Manufacturer = 'Google' } }
    }
}

function New-CimSession([string]$ComputerName, [uint32]$OperationTimeoutSec) {
    if ($OperationTimeoutSec -ne 120) { throw 'Nothing limits what the session does.' }
    Write-Log "open '$ComputerName'"
    $session = [pscustomobject]@{}
    Add-Member -InputObject $session -MemberType ScriptMethod -Name EnumerateInstances -Value {
        Write-Log "enumerate $($args[0]) $($args[1]) $($args[2].Store)"
        Get-Answer $args[1] $args[2].Store $args[2].Timeout
    }
    Add-Member -InputObject $session -MemberType ScriptMethod -Name QueryInstances -Value {
        Write-Log "query $($args[0]) $($args[1]) $($args[2])"
        Get-Answer ($args[2] -split ' ')[3] $args[3].Store $args[3].Timeout
    }
    $session
}

function Invoke-CimMethod($CimSession, $Namespace, $ClassName, $MethodName, $Arguments, [uint32]$OperationTimeoutSec) {
    if ($OperationTimeoutSec -ne 120) { throw "Nothing limits how long $MethodName may take." }
    if ($MethodName -eq 'GetConfiguration') {
        Write-Log "call $Namespace $ClassName $MethodName"
        return [pscustomobject]@{ ReturnValue = [uint32]0; Output = (New-Instance @{ EnableMultiChannel = $true; EnableStrictNameChecking = $false; Secret = 'x' }) }
    }
    Write-Log "invoke $Namespace $ClassName $MethodName $($Arguments.hDefKey) $($Arguments.sSubKeyName) $($Arguments['sValueName'])"
    if ($DenyRegistry) { return [pscustomobject]@{ ReturnValue = [uint32]5 } }
    if ($MethodName -eq 'EnumKey') {
        switch -Wildcard ($Arguments.sSubKeyName) {
            '*SslBindingInfo' { return [pscustomobject]@{ ReturnValue = [uint32]0; sNames = @('0.0.0.0:443') } }
            '*SslSniBindingInfo' { return [pscustomobject]@{ ReturnValue = [uint32]0; sNames = @('0A1B2C', 'www.example.com:8443') } }
            '*SslCcsBindingInfo' { return [pscustomobject]@{ ReturnValue = [uint32]2 } }
        }
        throw "Nobody asks for the keys of $($Arguments.sSubKeyName)."
    }
    if ($MethodName -eq 'GetBinaryValue') {
        $bytes = switch -Wildcard ("$($Arguments.sSubKeyName)\$($Arguments['sValueName'])") {
            '*\0.0.0.0:443\SslCertHash' { , [byte[]](1, 2, 171) }
            '*\0A1B2C\SslCertHash' { , [byte[]](255, 0) }
            '*\MY\Certificates\0102AB\Blob' {
                $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=x', [Security.Cryptography.RSA]::Create(2048), 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
                $raw = $request.CreateSelfSigned([DateTimeOffset]'2025-01-01T00:00:00Z', [DateTimeOffset]'2026-01-02T03:04:05Z').RawData
                , [byte[]]((3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 9, 9, 32, 0, 0, 0, 1, 0, 0, 0) + [BitConverter]::GetBytes($raw.Length) + $raw)
            }
        }
        return [pscustomobject]@{ ReturnValue = [uint32]$(if ($bytes) { 0 } else { 2 }); uValue = $bytes }
    }
    if ($Arguments['sValueName'] -eq 'SslCertStoreName') { return [pscustomobject]@{ ReturnValue = [uint32]2 } }
    if ($Arguments['sValueName'] -eq 'HostnamePort') {
        $isNamed = $Arguments.sSubKeyName -like '*\0A1B2C'
        return [pscustomobject]@{ ReturnValue = [uint32]$(if ($isNamed) { 0 } else { 2 }); sValue = $(if ($isNamed) { 'shop.example.com:443' }) }
    }
    if ($Arguments['sValueName'] -like '*Domain') {
        $isSet = $Arguments['sValueName'] -eq 'NV Domain'
        return [pscustomobject]@{ ReturnValue = [uint32]$(if ($isSet) { 0 } else { 2 }); sValue = $(if ($isSet) { 'corp.example' }) }
    }
    if ($MethodName -ne 'EnumValues') {
        return [pscustomobject]@{ ReturnValue = [uint32]0; uValue = [uint32]4294967295; sValue = @('192.0.2.10', '192.0.2.11') }
    }
    switch -Wildcard ($Arguments.sSubKeyName) {
        '*DNSClient' { [pscustomobject]@{ ReturnValue = [uint32]0; sNames = @('registrationenabled', 'Other'); Types = @(4, 1) } }
        '*\App' { [pscustomobject]@{ ReturnValue = [uint32]0; sNames = @('ServiceSidType'); Types = @(4) } }
        '*HTTP\Parameters' { [pscustomobject]@{ ReturnValue = [uint32]0; sNames = @('ListenOnlyList'); Types = @(7) } }
        '*DNS\*' { [pscustomobject]@{ ReturnValue = [uint32]0; sNames = $null; Types = $null } }
        default { [pscustomobject]@{ ReturnValue = [uint32]2 } }
    }
}

# A DNS server that has a name for the asked one, and 192.0.2.11 and 192.0.2.10 or 2001:db8::11 for that.
function New-DnsClient {
    $client = [pscustomobject]@{ Client = [pscustomobject]@{ ReceiveTimeout = 0 }; Query = $null; Server = $null }
    Add-Member -InputObject $client -MemberType ScriptMethod -Name Connect -Value { $this.Server = $args[0]; Write-Log "connect $($args[0]) $($args[1])" }
    Add-Member -InputObject $client -MemberType ScriptMethod -Name Send -Value {
        $this.Query = $args[0]
        Write-Log "ask $([BitConverter]::ToString($args[0]))"
        $args[1]
    }
    Add-Member -InputObject $client -MemberType ScriptMethod -Name Close -Value { Write-Log 'hang up' }
    Add-Member -InputObject $client -MemberType ScriptMethod -Name Receive -Value {
        if ("$($this.Server)" -eq '192.0.2.53') { throw 'nobody answers' }
        $q = $this.Query
        $alias = 192, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 4, 1, 120, 192, 18
        if ($q[$q.Length - 3] -eq 1) {
            $answers = 3, (192, ($q.Length), 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 11), (1, 120, 0, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 10)
        }
        else { $answers = 2, (192, ($q.Length), 0, 28, 0, 1, 0, 0, 0, 60, 0, 16, 32, 1, 13, 184, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 17), @() }
        [byte[]](68, 83, 129, 128, 0, 1, 0, $answers[0], 0, 0, 0, 0 + $q[12..($q.Length - 1)] + $alias + $answers[1] + $answers[2])
    }
    $client
}

function Remove-CimSession($CimSession) { Write-Log "close $($null -ne $CimSession.PSObject.Methods['EnumerateInstances'])" }

# The real options cannot be set without the native part of CIM: only that they have such a method is seen here.
function New-Object([string]$TypeName, [object[]]$ArgumentList) {
    if ($TypeName -like '*.UdpClient') { return New-DnsClient }
    if ($TypeName -notlike '*.CimOperationOptions') { return Microsoft.PowerShell.Utility\New-Object @PSBoundParameters }
    $options = [pscustomobject]@{ Store = ''; Timeout = $null }
    Add-Member -InputObject $options -MemberType ScriptMethod -Name SetCustomOption -Value {
        $types = [type[]]@(foreach ($value in $args) { $value.GetType() })
        if (-not ([type]'Microsoft.Management.Infrastructure.Options.CimOperationOptions').GetMethod('SetCustomOption', $types)) { throw "Not ($types)." }
        if ($args[0] -cne 'PolicyStore') { throw "An option '$($args[0])' is not known." }
        $this.Store = $args[1]
    }
    $options
}

$given = @{}
if ($Path) { $given.Path = $Path }
if ($ComputerName) { $given.ComputerName = $ComputerName }
& $Script @given
