using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>Batch files for Windows 2000, XP and Server 2003: names only, one store, and a firewall that knows ports but no addresses of its own.</summary>
internal sealed class ClassicCmdDialect(ReleaseFacts facts) : CmdDialect(facts)
{
    /// <summary>Each port is a command of its own.</summary>
    private const int MostPorts = 16;

    public override IReadOnlyList<string> Commands(ScriptStep step) => step switch
    {
        ScriptStep.DnsRegistration dns when Facts.DnsByNetsh.Value => [$"netsh interface ip set dns {Name(dns.On!)} static none {(dns.Enabled ? "primary" : "none")}"],
        ScriptStep.AddAddress add => [$"netsh interface ip {(add.IsFirst ? "set" : "add")} address {Name(add.On!)} {(add.IsFirst ? "static " : string.Empty)}{add.Address} {Mask(add.PrefixLength)}"],
        ScriptStep.RemoveAddress { IsFirst: true } remove => [$"netsh interface ip set address {Name(remove.On!)} dhcp"],
        ScriptStep.RemoveAddress remove => [$"netsh interface ip delete address {Name(remove.On!)} {remove.Address}"],
        ScriptStep.AddRule rule when Facts.Firewall.Value == FirewallTool.NetshFirewall => Open(rule.Name, rule.Conditions),
        ScriptStep.RemoveRule { Conditions: { } conditions } when Facts.Firewall.Value == FirewallTool.NetshFirewall => Close(conditions),
        _ => [],
    };

    public override string? ByHand(ScriptStep step) => step switch
    {
        ScriptStep.Metric { Value: { } value } => $"In the adapter's TCP/IP properties, Advanced, IP Settings: untick 'Automatic metric' and give {Text(value)}. {Facts.Name} has no command for it.",
        ScriptStep.Metric => "In the adapter's TCP/IP properties, Advanced, IP Settings: tick 'Automatic metric' again.",
        ScriptStep.AddRule or ScriptStep.RemoveRule => null,
        ScriptStep.WeakHost or ScriptStep.DefaultRoute => throw new ScriptRefusedException(
            $"{Facts.Name} has no command for a change of the plan.", "Write the script for the release that the plan was made on."),
        _ => base.ByHand(step),
    };

    public override IReadOnlyList<string> Looks(ScriptStep step) => step switch
    {
        ScriptStep.AddAddress or ScriptStep.RemoveAddress or ScriptStep.DnsRegistration => [$"netsh interface ip show config {Name(step.On!)}"],
        ScriptStep.AddRule or ScriptStep.RemoveRule when Facts.Firewall.Value == FirewallTool.NetshFirewall => ["netsh firewall show portopening"],
        _ => [],
    };

    private string Name(ScriptInterface on) => on.Index is null ? CmdText.Quote(on) : throw new ScriptRefusedException(
        $"netsh of {Facts.Name} takes interfaces by name, not by index.", "Give the name of the loopback adapter; rename it if a batch file cannot carry it.");

    private static IReadOnlyList<string> Open(string name, RuleConditions conditions)
    {
        if (conditions.Protocol == TransportProtocol.Icmp)
            return ["netsh firewall set icmpsetting type=8 mode=ENABLE profile=ALL"];
        string scope = conditions.From.Count == 0
            ? "scope=ALL"
            : "scope=CUSTOM addresses=" + string.Join(",", conditions.From.Select(prefix => prefix.Network + "/" + Mask(prefix.Length)));
        return Ports(conditions).Select(port => $"netsh firewall add portopening protocol={Protocol(conditions)} port={Text(port)} name={CmdText.QuoteRule(name)} mode=ENABLE {scope} profile=ALL").ToArray();
    }

    private static IReadOnlyList<string> Close(RuleConditions conditions) => conditions.Protocol == TransportProtocol.Icmp
        ? ["netsh firewall set icmpsetting type=8 mode=DISABLE profile=ALL"]
        : Ports(conditions).Select(port => $"netsh firewall delete portopening protocol={Protocol(conditions)} port={Text(port)} profile=ALL").ToArray();

    private static string Protocol(RuleConditions conditions) => conditions.Protocol == TransportProtocol.Udp ? "UDP" : "TCP";

    private static IEnumerable<int> Ports(RuleConditions conditions)
    {
        int count = conditions.Ports!.Value.Last - conditions.Ports.Value.First + 1;
        return count <= MostPorts ? Enumerable.Range(conditions.Ports.Value.First, count) : throw new ScriptRefusedException(
            $"netsh firewall opens ports one at a time, and {conditions.Ports} are {Text(count)}.", "Allow the program with netsh firewall add allowedprogram, and leave the port out of the service.");
    }
}
