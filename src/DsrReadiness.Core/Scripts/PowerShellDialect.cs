using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>PowerShell with the cmdlets that Windows Server 2012 and later bring. Interfaces are looked up by their exact name, since the cmdlets take wildcards.</summary>
internal sealed class PowerShellDialect(ReleaseFacts facts) : IScriptDialect
{
    public string Comment => "#";

    public string? AfterCommand => null;

    public IReadOnlyList<string> Begin(ScriptPlan plan)
    {
        // The cmdlets are functions of modules, which do not see the preference of a script.
        var lines = new List<string> { "#Requires -Version 3.0", "$ErrorActionPreference = 'Stop'", "$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }" };
        if (ScriptComputer.Of(plan.ComputerName) is { } name)
            lines.Add(ScriptComputer.InPowerShell(name));
        lines.Add(string.Empty);
        foreach (ScriptInterface on in plan.Changes.Select(change => change.Do.On).OfType<ScriptInterface>().GroupBy(on => on.Role).Select(group => group.First()))
        {
            if (on.Index is { } index)
            {
                lines.Add($"${on.Role} = {index.ToString(CultureInfo.InvariantCulture)}");
                continue;
            }

            lines.Add($"${on.Role} = @(Get-NetIPInterface -AddressFamily {plan.Service.Families[0]} | Where-Object {{ [string]::Equals($_.InterfaceAlias, {PowerShellText.Quote(on.Name!)}, 'OrdinalIgnoreCase') }})");
            lines.Add($"if (${on.Role}.Count -ne 1) {{ throw 'There is not exactly one interface of the name given for {on.Words}.' }}");
            lines.Add($"${on.Role} = ${on.Role}[0].InterfaceIndex");
        }

        return lines;
    }

    public IReadOnlyList<string> End(ScriptPlan plan) => [];

    public IReadOnlyList<string> Commands(ScriptStep step) => step switch
    {
        ScriptStep.Adapter adapter => [$"Get-NetAdapter -InterfaceIndex {On(adapter)} | {(adapter.Enabled ? "Enable" : "Disable")}-NetAdapter -Confirm:$false"],
        ScriptStep.Binding binding => [$"Get-NetAdapterBinding -ComponentID {PowerShellText.Quote(binding.Component)} | Where-Object {{ $_.Name -eq (Get-NetAdapter -InterfaceIndex {On(binding)}).Name }} | {(binding.Enabled ? "Enable" : "Disable")}-NetAdapterBinding"],
        ScriptStep.NetBios netbios =>
        [
            $"$netbios = Get-CimInstance -ClassName Win32_NetworkAdapterConfiguration -Filter \"InterfaceIndex=${netbios.On!.Role}\" | Invoke-CimMethod -MethodName SetTcpipNetbios -Arguments @{{ TcpipNetbiosOptions = [uint32]{Text(netbios.Option)} }}",
            "if ($netbios.ReturnValue -notin 0, 1) { throw 'NetBIOS could not be set: SetTcpipNetbios returned {0}.' -f $netbios.ReturnValue }",
        ],
        ScriptStep.DnsRegistration dns => [$"Set-DnsClient -InterfaceIndex {On(dns)} -RegisterThisConnectionsAddress ${(dns.Enabled ? "true" : "false")}"],
        ScriptStep.Dhcp dhcp => [$"Set-NetIPInterface -InterfaceIndex {On(dhcp)} -AddressFamily IPv4 -Dhcp {Word(dhcp.Enabled)}"],
        ScriptStep.Metric { Value: null } metric => [$"{Set(metric, metric.Family)} -AutomaticMetric Enabled"],
        ScriptStep.Metric metric => [$"{Set(metric, metric.Family)} -AutomaticMetric Disabled -InterfaceMetric {Text(metric.Value.Value)}"],
        ScriptStep.WeakHost weak => [$"{Set(weak, weak.Family)} -WeakHost{(weak.IsSend ? "Send" : "Receive")} {Word(weak.Enabled)}"],
        ScriptStep.AddAddress add => [$"New-NetIPAddress -InterfaceIndex {On(add)} -IPAddress {add.Address} -PrefixLength {Text(add.PrefixLength)} -SkipAsSource ${(add.SkipAsSource ? "true" : "false")} | Out-Null"],
        ScriptStep.RemoveAddress remove => [$"Remove-NetIPAddress -InterfaceIndex {On(remove)} -IPAddress {remove.Address} -Confirm:$false"],
        ScriptStep.RemoveAutomaticAddress remove =>
            [$"Get-NetIPAddress -InterfaceIndex {On(remove)} -ErrorAction SilentlyContinue | Where-Object {{ $_.IPAddress -eq '{remove.Address}' }} | Remove-NetIPAddress -Confirm:$false"],
        ScriptStep.DefaultRoute { IsAdded: true } route => [$"New-NetRoute -InterfaceIndex {On(route)} -DestinationPrefix {route.Prefix} -NextHop {route.NextHop} | Out-Null"],
        ScriptStep.DefaultRoute route => [$"Remove-NetRoute -InterfaceIndex {On(route)} -DestinationPrefix {route.Prefix} -NextHop {route.NextHop} -Confirm:$false"],
        ScriptStep.AddRule rule => [AddRule(rule.Name, rule.Conditions)],
        ScriptStep.RemoveRule rule => [$"Get-NetFirewallRule | Where-Object {{ [string]::Equals($_.Name, {PowerShellText.Quote(rule.Name)}, 'OrdinalIgnoreCase') }} | Remove-NetFirewallRule"],
        _ => [],
    };

    public string? ByHand(ScriptStep step) => step switch
    {
        ScriptStep.MakeLoopback => $"Make the adapter '{facts.AdapterName.Value}', if it is not there: {facts.AdapterMaking.Value}. No command of {facts.Name} makes one; this module does. Then give it the name that the lines below use.",
        ScriptStep.RemoveLoopback => "Remove the loopback adapter in Device Manager, if it was made for this VIP and holds no other.",
        _ => null,
    };

    public IReadOnlyList<string> Looks(ScriptStep step) => step switch
    {
        ScriptStep.WeakHost or ScriptStep.Metric => [$"Get-NetIPInterface -InterfaceIndex {On(step)} | Format-Table InterfaceAlias, AddressFamily, WeakHostSend, WeakHostReceive, InterfaceMetric, Dhcp"],
        ScriptStep.AddAddress or ScriptStep.RemoveAddress => [$"Get-NetIPAddress -InterfaceIndex {On(step)} | Format-Table IPAddress, PrefixLength, SkipAsSource, AddressState"],
        ScriptStep.DnsRegistration => [$"Get-DnsClient -InterfaceIndex {On(step)} | Format-Table InterfaceAlias, RegisterThisConnectionsAddress"],
        ScriptStep.AddRule or ScriptStep.RemoveRule => ["Get-NetFirewallRule | Where-Object { $_.Name -like 'DsrReadiness-*' } | Format-Table Name, Enabled, Direction, Action"],
        _ => [],
    };

    private static string On(ScriptStep step) => "$" + step.On!.Role;

    private static string Set(ScriptStep step, IPFamily family) => $"Set-NetIPInterface -InterfaceIndex {On(step)} -AddressFamily {family}";

    private static string Word(bool enabled) => enabled ? "Enabled" : "Disabled";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string AddRule(string name, RuleConditions conditions)
    {
        string protocol = conditions.Protocol switch
        {
            TransportProtocol.Icmp => conditions.Family == IPFamily.IPv4 ? "-Protocol ICMPv4 -IcmpType 8" : "-Protocol ICMPv6 -IcmpType 128",
            TransportProtocol.Udp => "-Protocol UDP -LocalPort " + conditions.Ports,
            _ => "-Protocol TCP -LocalPort " + conditions.Ports,
        };
        string remote = conditions.From.Count == 0 ? string.Empty : " -RemoteAddress " + string.Join(", ", conditions.From.Select(prefix => "'" + (prefix.IsHost ? prefix.Network.ToString() : prefix.ToString()) + "'"));
        string quoted = PowerShellText.Quote(name);
        return $"New-NetFirewallRule -Name {quoted} -DisplayName {quoted} -Group 'DsrReadiness' -Direction Inbound -Action Allow -Profile Any {protocol} -LocalAddress '{conditions.To}'{remote} | Out-Null";
    }
}
