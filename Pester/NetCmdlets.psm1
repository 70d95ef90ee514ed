# Stand-ins for the network cmdlets of Windows, which act on a lab server: with the parameters and types that are documented, as advanced functions in a module, as the real ones are.
# A parameter that they do not have fails at binding, and what the lab refuses is an error that does not end the caller by itself.
using namespace DsrReadiness.Cim.Classes

$lab = $null

function Use-Lab($Server) { $script:lab = $Server.Simulation }

# Makes by hand what no cmdlet of Windows makes: a loopback adapter of a name.
function New-LabLoopback([string] $Name) {
    $instanceId = $lab.Backdoor.CreateDevice().Device.InstanceId
    $lab.Clock.Advance('00:01:00')
    $rename = [DsrReadiness.Cim.CimOperation]::Invoke((Select-Row ([NetAdapterClass]::Class) None @{ PnPDeviceID = $instanceId }), 'Rename', [DsrReadiness.Cim.CimAssignment[]] @(New-Assignment NewName String $Name))
    $outcome = $lab.Backdoor.Execute($rename)
    if ($outcome.Failure) { throw $outcome.Failure.Message }
}

function Get-LabIndex([string] $Name) { (Read-Row ([NetAdapterClass]::Class) | Where-Object Name -EQ $Name).InterfaceIndex }

function Select-Row([DsrReadiness.Cim.CimClass] $Class, [DsrReadiness.Cim.CimStore] $Store = 'None', [hashtable] $Where = @{}) {
    $conditions = [DsrReadiness.Cim.CimCondition[]] @($Where.Keys | ForEach-Object { [DsrReadiness.Cim.CimCondition]::new($Class.Find($_), $Where[$_]) })
    [DsrReadiness.Cim.CimQuery]::new($Class, $Store, $conditions)
}

# Rows as objects, with texts where the cmdlets have texts.
function Read-Row([DsrReadiness.Cim.CimClass] $Class, [DsrReadiness.Cim.CimStore] $Store = 'None', [hashtable] $Where = @{}) {
    foreach ($row in $lab.Backdoor.Read((Select-Row $Class $Store $Where)).Rows) {
        $values = [ordered] @{}
        foreach ($property in $Class.Properties) {
            $raw = $null
            if ($row.TryGetRaw($property, [ref] $raw)) { $values[$property.Name] = $raw }
        }
        [pscustomobject] $values
    }
}

function New-Assignment([string] $Name, [DsrReadiness.Cim.CimType] $Type, $Value) { [DsrReadiness.Cim.CimAssignment]::new($Name, $Type, $Value) }

function Invoke-Operation([DsrReadiness.Cim.CimOperation] $Operation, $Cmdlet) {
    $outcome = $lab.Backdoor.Execute($Operation)
    if (-not $outcome.Failure) { return $outcome }
    $record = [System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new($outcome.Failure.Message), "Windows $($outcome.Failure.Kind)", 'InvalidOperation', $Operation.Target)
    $Cmdlet.WriteError($record)
}

function Get-Store([string] $PolicyStore) { if ($PolicyStore) { $PolicyStore -replace 'Store$' } else { 'None' } }

function Write-NotFound([string] $What, $Cmdlet) {
    $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new("No $What objects found."), 'CmdletizationQuery_NotFound', 'ObjectNotFound', $What))
}

function Get-NetIPInterface {
    [CmdletBinding()]
    param(
        [ValidateSet('IPv4', 'IPv6')] [string[]] $AddressFamily,
        [Alias('ifIndex')] [uint32[]] $InterfaceIndex
    )
    $found = Read-Row ([NetIPInterfaceClass]::Class) Active | ForEach-Object {
        $_.AddressFamily = if ($_.AddressFamily -eq 2) { 'IPv4' } else { 'IPv6' }
        foreach ($name in 'WeakHostSend', 'WeakHostReceive', 'Dhcp') { $_.$name = if ($_.$name) { 'Enabled' } else { 'Disabled' } }
        $_
    } | Where-Object { (-not $AddressFamily -or $_.AddressFamily -in $AddressFamily) -and (-not $InterfaceIndex -or $_.InterfaceIndex -in $InterfaceIndex) }
    if ($found) { $found } else { Write-NotFound MSFT_NetIPInterface $PSCmdlet }
}

function Set-NetIPInterface {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [Alias('ifIndex')] [uint32[]] $InterfaceIndex,
        [ValidateSet('IPv4', 'IPv6')] [string[]] $AddressFamily,
        [ValidateSet('Enabled', 'Disabled')] [string] $WeakHostSend,
        [ValidateSet('Enabled', 'Disabled')] [string] $WeakHostReceive,
        [ValidateSet('Enabled', 'Disabled')] [string] $Advertising,
        [ValidateSet('Enabled', 'Disabled')] [string] $Forwarding,
        [ValidateSet('Enabled', 'Disabled')] [string] $Dhcp,
        [ValidateSet('Enabled', 'Disabled')] [string] $AutomaticMetric,
        [uint32] $InterfaceMetric,
        [uint32] $DadTransmits,
        [ValidateSet('ActiveStore', 'PersistentStore')] [string] $PolicyStore
    )
    $assignments = foreach ($name in $PSBoundParameters.Keys | Where-Object { $_ -in 'WeakHostSend', 'WeakHostReceive', 'Advertising', 'Forwarding', 'Dhcp', 'AutomaticMetric' }) {
        New-Assignment $name UInt8 ([long] ($PSBoundParameters[$name] -eq 'Enabled'))
    }
    $assignments = @($assignments) + @(foreach ($name in $PSBoundParameters.Keys | Where-Object { $_ -in 'InterfaceMetric', 'DadTransmits' }) { New-Assignment $name UInt32 ([long] $PSBoundParameters[$name]) })
    $assignments = @($assignments | Where-Object { $_ })
    foreach ($row in Get-NetIPInterface -AddressFamily $AddressFamily -InterfaceIndex $InterfaceIndex) {
        $target = Select-Row ([NetIPInterfaceClass]::Class) $(if ($Dhcp) { 'Active' } else { Get-Store $PolicyStore }) @{ InterfaceIndex = [long] $row.InterfaceIndex; AddressFamily = [long] $(if ($row.AddressFamily -eq 'IPv4') { 2 } else { 23 }) }
        $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Modify($target, [DsrReadiness.Cim.CimAssignment[]] $assignments)) $PSCmdlet
    }
}

function Get-NetIPAddress {
    [CmdletBinding()]
    param([Alias('ifIndex')] [uint32[]] $InterfaceIndex)
    $found = Read-Row ([NetIPAddressClass]::Class) Active | Where-Object { -not $InterfaceIndex -or $_.InterfaceIndex -in $InterfaceIndex }
    if ($found) { $found } else { Write-NotFound MSFT_NetIPAddress $PSCmdlet }
}

function New-NetIPAddress {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $IPAddress,
        [Parameter(Mandatory)] [Alias('ifIndex')] [uint32] $InterfaceIndex,
        [byte] $PrefixLength,
        [bool] $SkipAsSource,
        [ValidateSet('ActiveStore', 'PersistentStore')] [string] $PolicyStore
    )
    $parameters = @(
        New-Assignment InterfaceIndex UInt32 ([long] $InterfaceIndex)
        New-Assignment IPAddress String $IPAddress
        New-Assignment PrefixLength UInt8 ([long] $PrefixLength)
        New-Assignment SkipAsSource Boolean $SkipAsSource
        if ($PolicyStore) { New-Assignment PolicyStore String $PolicyStore }
    )
    if (Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Invoke((Select-Row ([NetIPAddressClass]::Class)), 'Create', [DsrReadiness.Cim.CimAssignment[]] $parameters)) $PSCmdlet) { Get-NetIPAddress -InterfaceIndex $InterfaceIndex }
}

function Remove-NetIPAddress {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'Query')]
    param(
        [Parameter(ParameterSetName = 'Query')] [string] $IPAddress,
        [Parameter(ParameterSetName = 'Query')] [Alias('ifIndex')] [uint32] $InterfaceIndex,
        [Parameter(ParameterSetName = 'Query')] [ValidateSet('ActiveStore', 'PersistentStore')] [string] $PolicyStore,
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'InputObject')] [psobject[]] $InputObject
    )
    process {
        $of = if ($InputObject) { $InputObject[0] } else { [pscustomobject] @{ IPAddress = $IPAddress; InterfaceIndex = $InterfaceIndex } }
        if ($PSCmdlet.ShouldProcess($of.IPAddress)) {
            $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Delete((Select-Row ([NetIPAddressClass]::Class) (Get-Store $PolicyStore) @{ InterfaceIndex = [long] $of.InterfaceIndex; IPAddress = $of.IPAddress }))) $PSCmdlet
        }
    }
}

function Set-NetIPAddress {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $IPAddress,
        [Parameter(Mandatory)] [Alias('ifIndex')] [uint32] $InterfaceIndex,
        [bool] $SkipAsSource,
        [timespan] $ValidLifetime,
        [timespan] $PreferredLifetime
    )
    if ($PSBoundParameters.ContainsKey('SkipAsSource')) {
        $target = Select-Row ([NetIPAddressClass]::Class) None @{ InterfaceIndex = [long] $InterfaceIndex; IPAddress = $IPAddress }
        $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Modify($target, [DsrReadiness.Cim.CimAssignment[]] @(New-Assignment SkipAsSource Boolean $SkipAsSource))) $PSCmdlet
    }
    if ($PreferredLifetime -gt [timespan]::Zero -and $ValidLifetime -ge $PreferredLifetime) { $lab.Backdoor.SetAddressState($IPAddress, 'Preferred') }
}

function New-NetRoute {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $DestinationPrefix,
        [Parameter(Mandatory)] [Alias('ifIndex')] [uint32] $InterfaceIndex,
        [string] $NextHop
    )
    $parameters = @((New-Assignment InterfaceIndex UInt32 ([long] $InterfaceIndex)), (New-Assignment DestinationPrefix String $DestinationPrefix), (New-Assignment NextHop String $NextHop))
    $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Invoke((Select-Row ([NetRouteClass]::Class)), 'Create', [DsrReadiness.Cim.CimAssignment[]] $parameters)) $PSCmdlet
}

function Remove-NetRoute {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param(
        [string] $DestinationPrefix,
        [Alias('ifIndex')] [uint32] $InterfaceIndex,
        [string] $NextHop,
        [ValidateSet('ActiveStore', 'PersistentStore')] [string] $PolicyStore
    )
    if ($PSCmdlet.ShouldProcess($DestinationPrefix)) {
        $where = @{ InterfaceIndex = [long] $InterfaceIndex; DestinationPrefix = $DestinationPrefix; NextHop = $NextHop }
        $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Delete((Select-Row ([NetRouteClass]::Class) (Get-Store $PolicyStore) $where))) $PSCmdlet
    }
}

function Set-DnsClientServerAddress {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [Alias('ifIndex')] [uint32[]] $InterfaceIndex,
        [Parameter(Mandatory, ParameterSetName = 'Set')] [string[]] $ServerAddresses,
        [Parameter(Mandatory, ParameterSetName = 'Reset')] [switch] $ResetServerAddresses
    )
    foreach ($index in $InterfaceIndex) { $lab.Backdoor.SetDnsServers($index, [string[]] @($ServerAddresses | Where-Object { $_ })) }
}

function Get-DnsClient {
    [CmdletBinding()]
    param([Alias('ifIndex')] [uint32[]] $InterfaceIndex)
    Read-Row ([DnsClientClass]::Class) | Where-Object { -not $InterfaceIndex -or $_.InterfaceIndex -in $InterfaceIndex }
}

function Set-DnsClient {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [Alias('ifIndex')] [uint32[]] $InterfaceIndex,
        [bool] $RegisterThisConnectionsAddress
    )
    foreach ($index in $InterfaceIndex) {
        $assignment = New-Assignment RegisterThisConnectionsAddress Boolean $RegisterThisConnectionsAddress
        $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Modify((Select-Row ([DnsClientClass]::Class) None @{ InterfaceIndex = [long] $index }), [DsrReadiness.Cim.CimAssignment[]] @($assignment))) $PSCmdlet
    }
}

function Get-NetAdapter {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [Alias('ifIndex')] [uint32[]] $InterfaceIndex)
    $found = Read-Row ([NetAdapterClass]::Class) | Where-Object { $_.InterfaceIndex -in $InterfaceIndex }
    if ($found) { $found } else { Write-NotFound MSFT_NetAdapter $PSCmdlet }
}

function Invoke-Switch([DsrReadiness.Cim.CimClass] $Class, [hashtable] $Where, [string] $Method, $Cmdlet) {
    $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Invoke((Select-Row $Class None $Where), $Method, [DsrReadiness.Cim.CimAssignment[]] @())) $Cmdlet
}

function Enable-NetAdapter {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, ValueFromPipeline)] [psobject[]] $InputObject)
    process { Invoke-Switch ([NetAdapterClass]::Class) @{ Name = $InputObject[0].Name } Enable $PSCmdlet }
}

function Disable-NetAdapter {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(Mandatory, ValueFromPipeline)] [psobject[]] $InputObject)
    process { if ($PSCmdlet.ShouldProcess($InputObject[0].Name)) { Invoke-Switch ([NetAdapterClass]::Class) @{ Name = $InputObject[0].Name } Disable $PSCmdlet } }
}

function Get-NetAdapterBinding {
    [CmdletBinding()]
    param([string[]] $ComponentID)
    Read-Row ([NetAdapterBindingClass]::Class) | Where-Object { -not $ComponentID -or $_.ComponentID -in $ComponentID }
}

# A binding itself, or the one of an adapter.
function Select-Binding($Of, [string] $ComponentID, $Cmdlet) {
    if ($Of.InstanceID -and $Of.ComponentID -and -not $ComponentID) { return $Of.InstanceID }
    $found = Get-NetAdapterBinding -ComponentID $ComponentID | Where-Object Name -EQ $Of.Name
    if ($found) { $found.InstanceID } else { Write-NotFound MSFT_NetAdapterBindingSettingData $Cmdlet }
}

function Enable-NetAdapterBinding {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, ValueFromPipeline)] [psobject[]] $InputObject,
        [string] $ComponentID
    )
    process { Select-Binding $InputObject[0] $ComponentID $PSCmdlet | ForEach-Object { Invoke-Switch ([NetAdapterBindingClass]::Class) @{ InstanceID = $_ } Enable $PSCmdlet } }
}

function Disable-NetAdapterBinding {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, ValueFromPipeline)] [psobject[]] $InputObject,
        [string] $ComponentID
    )
    process { Select-Binding $InputObject[0] $ComponentID $PSCmdlet | ForEach-Object { Invoke-Switch ([NetAdapterBindingClass]::Class) @{ InstanceID = $_ } Disable $PSCmdlet } }
}

function Get-NetFirewallRule {
    [CmdletBinding()]
    param()
    Read-Row ([NetFirewallRuleClass]::Class) Persistent | Select-Object *, @{ Name = 'Name'; Expression = { $_.InstanceID } }
}

function New-NetFirewallRule {
    [CmdletBinding()]
    param(
        [string] $Name,
        [Parameter(Mandatory)] [string] $DisplayName,
        [string] $Group,
        [ValidateSet('Inbound', 'Outbound')] [string] $Direction,
        [ValidateSet('Allow', 'Block', 'NotConfigured')] [string] $Action,
        [ValidateSet('Any', 'Domain', 'Private', 'Public')] [string] $Profile,
        [string] $Protocol,
        [string[]] $LocalPort,
        [string[]] $IcmpType,
        [string[]] $LocalAddress,
        [string[]] $RemoteAddress
    )
    $properties = @(
        New-Assignment InstanceID String $Name
        New-Assignment ElementName String $DisplayName
        New-Assignment RuleGroup String $Group
        New-Assignment Direction UInt16 ([long] $(if ($Direction -eq 'Inbound') { 1 } else { 2 }))
        New-Assignment Action UInt16 ([long] $(if ($Action -eq 'Allow') { 2 } else { 4 }))
    )
    $options = @(New-Assignment Protocol String $Protocol) + @(
        foreach ($option in $PSBoundParameters.Keys | Where-Object { $_ -in 'LocalPort', 'IcmpType', 'LocalAddress', 'RemoteAddress' }) { New-Assignment $option String ([object[]] $PSBoundParameters[$option]) }
    )
    if (Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Create((Select-Row ([NetFirewallRuleClass]::Class)), [DsrReadiness.Cim.CimAssignment[]] $properties, [DsrReadiness.Cim.CimAssignment[]] $options)) $PSCmdlet) { Get-NetFirewallRule | Where-Object Name -EQ $Name }
}

function Remove-NetFirewallRule {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, ValueFromPipeline)] [psobject[]] $InputObject)
    process { $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Delete((Select-Row ([NetFirewallRuleClass]::Class) Persistent @{ InstanceID = $InputObject[0].InstanceID }))) $PSCmdlet }
}

function Set-NetFirewallProfile {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [ValidateSet('Domain', 'Private', 'Public')] [string[]] $Name,
        [ValidateSet('False', 'True', 'NotConfigured')] [string] $Enabled,
        [ValidateSet('False', 'True', 'NotConfigured')] [string] $AllowInboundRules,
        [string[]] $DisabledInterfaceAliases
    )
    $assignments = @(foreach ($setting in $PSBoundParameters.Keys | Where-Object { $_ -in 'Enabled', 'AllowInboundRules' }) {
        New-Assignment $setting UInt16 ([long] @{ False = 0; True = 1; NotConfigured = 2 }[$PSBoundParameters[$setting]])
    })
    if ($DisabledInterfaceAliases) { $assignments += New-Assignment DisabledInterfaceAliases String ([object[]] $DisabledInterfaceAliases) }
    foreach ($profile in $Name) {
        $null = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Modify((Select-Row ([NetFirewallProfileClass]::Class) Persistent @{ Name = $profile }), [DsrReadiness.Cim.CimAssignment[]] $assignments)) $PSCmdlet
    }
}

function Set-Service {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [ValidateSet('Automatic', 'Manual', 'Disabled')] [string] $StartupType)
    $lab.Backdoor.SetService($Name, $null, ($StartupType -replace 'Automatic', 'Auto'))
}

function Start-Service {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Name)
    $lab.Backdoor.SetService($Name, $true, $null)
}

function Restart-Service {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Name)
    $lab.Backdoor.SetService($Name, $true, $null)
}

# Other tools need it as it is.
function Set-ItemProperty {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] $Value, [string] $Type)
    if ($Path -notlike 'HKLM:\*') { return Microsoft.PowerShell.Management\Set-ItemProperty @PSBoundParameters }
    $lab.Backdoor.SetRegistry($Path.Substring('HKLM:\'.Length), $Name, $(if ($Type -eq 'DWord') { [int] $Value } else { [string] $Value }))
}

# What is advised of netsh, and nothing else: DsrReadiness.Lab.Tests understands more of it, and has the same lines.
function netsh {
    $line = $args -join ' '
    if ($line -match '^interface (ipv[46]) set interface (\d+) (weakhostsend|weakhostreceive)=(enabled|disabled) store=persistent$') {
        $how = @{ $(if ($Matches[3] -eq 'weakhostsend') { 'WeakHostSend' } else { 'WeakHostReceive' }) = $Matches[4] }
        Set-NetIPInterface -InterfaceIndex $Matches[2] -AddressFamily $Matches[1] -PolicyStore PersistentStore @how
    }
    elseif ($line -match '^http add iplisten ipaddress=(\S+)$') {
        $list = Read-Row ([RegistryValueClass]::Class) None @{ Key = 'SYSTEM\CurrentControlSet\Services\HTTP\Parameters'; Name = 'ListenOnlyList' }
        $lab.Backdoor.SetRegistry($list.Key, $list.Name, [string[]] (@($list.Data) + $Matches[1]))
    }
    else { throw "Not a line of netsh that is advised: $line." }
}

function net {
    if ("$args" -notin 'stop http /y', 'start http') { throw "Not a line of net that is advised: $args." }
}

function Get-CimInstance {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $ClassName, [string] $Filter)
    if ($ClassName -ne 'Win32_NetworkAdapterConfiguration' -or $Filter -notmatch '^InterfaceIndex=(\d+)$') { throw "Not a query that the lab knows: $ClassName, $Filter." }
    $index = [long] $Matches[1]
    Read-Row ([NetworkAdapterConfigurationClass]::Class) None @{ InterfaceIndex = $index }
}

function Invoke-CimMethod {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipeline)] [psobject] $InputObject, [Parameter(Mandatory)] [string] $MethodName, [System.Collections.IDictionary] $Arguments)
    process {
        $parameters = foreach ($name in $Arguments.Keys) {
            if ($Arguments[$name] -isnot [uint32]) { throw "Type mismatch for parameter `"$name`"" }
            New-Assignment $name UInt32 ([long] $Arguments[$name])
        }
        $target = Select-Row ([NetworkAdapterConfigurationClass]::Class) None @{ InterfaceIndex = [long] $InputObject.InterfaceIndex }
        $outcome = Invoke-Operation ([DsrReadiness.Cim.CimOperation]::Invoke($target, $MethodName, [DsrReadiness.Cim.CimAssignment[]] @($parameters))) $PSCmdlet
        if ($outcome) { [pscustomobject] @{ ReturnValue = $outcome.ReturnValue } }
    }
}

Export-ModuleMember -Function Use-Lab, New-LabLoopback, Get-LabIndex, *-Net*, *-DnsClient*, *-Service, Set-ItemProperty, netsh, net, Get-CimInstance, Invoke-CimMethod
