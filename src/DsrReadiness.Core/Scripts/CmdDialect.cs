using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>Batch files for Vista, Server 2008 and later, and what they share with those for older releases.</summary>
internal class CmdDialect(ReleaseFacts facts) : IScriptDialect
{
    public string Comment => "rem";

    public string? AfterCommand => "if errorlevel 1 goto failed";

    private static readonly string[] s_end = [];
    private static readonly string[] s_other = [string.Empty, ":other", "echo This script is for another computer. Nothing was done.", "exit /b 1"];

    protected ReleaseFacts Facts { get; } = facts;

    public static CmdDialect For(ReleaseFacts facts) => facts.HasStores.Value ? new CmdDialect(facts) : new ClassicCmdDialect(facts);

    public IReadOnlyList<string> Begin(ScriptPlan plan) => ScriptComputer.Of(plan.ComputerName) is { } name
        ? ["@echo off", "setlocal EnableExtensions DisableDelayedExpansion", ScriptComputer.InCmd(name)]
        : ["@echo off", "setlocal EnableExtensions DisableDelayedExpansion"];

    public IReadOnlyList<string> End(ScriptPlan plan) =>
    [
        "exit /b 0",
        string.Empty,
        ":failed",
        "echo A command failed, and nothing after it was run. What was done before it stays.",
        "exit /b 1",
        .. plan.ComputerName is null ? s_end : s_other,
    ];

    public virtual IReadOnlyList<string> Commands(ScriptStep step) => step switch
    {
        ScriptStep.Adapter adapter when adapter.On!.Name is not null =>
            [$"netsh interface set interface name={CmdText.Quote(adapter.On)} admin={Word(adapter.Enabled)}"],
        ScriptStep.NetBios netbios when Facts.NetBiosByWmic.Value && netbios.On!.Index is not null =>
            [$"wmic nicconfig where InterfaceIndex={CmdText.Quote(netbios.On)} call SetTcpipNetbios {Text(netbios.Option)}"],
        ScriptStep.DnsRegistration dns when Facts.DnsByNetsh.Value =>
            [$"netsh interface ipv4 set dnsservers {CmdText.Quote(dns.On!)} static none {(dns.Enabled ? "primary" : "none")}"],
        ScriptStep.Dhcp { Enabled: true } dhcp => [$"netsh interface ipv4 set address {CmdText.Quote(dhcp.On!)} dhcp"],
        ScriptStep.Metric metric => [$"{Set(metric.On!, metric.Family)} metric={(metric.Value is { } value ? Text(value) : "automatic")}"],
        ScriptStep.WeakHost weak => [$"{Set(weak.On!, weak.Family)} weakhost{(weak.IsSend ? "send" : "receive")}={Word(weak.Enabled)}"],
        ScriptStep.AddAddress add => Add(add),
        ScriptStep.RemoveAddress remove => [$"netsh interface {Context(remove.Address.Family())} delete address {CmdText.Quote(remove.On!)} {remove.Address}"],
        ScriptStep.DefaultRoute route =>
            [$"netsh interface {Context(route.Prefix.Family)} {(route.IsAdded ? "add" : "delete")} route {route.Prefix} {CmdText.Quote(route.On!)} {route.NextHop}"],
        ScriptStep.AddRule rule => [AddRule(rule.Name, rule.Conditions)],
        ScriptStep.RemoveRule rule => [$"netsh advfirewall firewall delete rule name={CmdText.QuoteRule(rule.Name)}"],
        _ => [],
    };

    public virtual string? ByHand(ScriptStep step) => step switch
    {
        ScriptStep.MakeLoopback => $"Make the adapter '{Facts.AdapterName.Value}', if it is not there: {Facts.AdapterMaking.Value}. No command of {Facts.Name} makes one. Then give it the name that the lines below use.",
        ScriptStep.RemoveLoopback => "Remove the loopback adapter in Device Manager, if it was made for this VIP and holds no other.",
        ScriptStep.Adapter => "Enable or disable the loopback adapter in Network Connections.",
        ScriptStep.Binding { Enabled: false } binding => $"In the adapter's properties, untick {Component(binding.Component)}.",
        ScriptStep.Binding binding => $"In the adapter's properties, tick {Component(binding.Component)} again.",
        ScriptStep.NetBios netbios => $"In the adapter's TCP/IPv4 properties, Advanced, WINS: {(netbios.Option == 2 ? "disable NetBIOS" : netbios.Option == 1 ? "enable NetBIOS" : "NetBIOS as the default")}.",
        ScriptStep.DnsRegistration dns => $"In the adapter's TCP/IP properties, Advanced, DNS: {(dns.Enabled ? "tick" : "untick")} 'Register this connection's addresses in DNS'.",
        ScriptStep.Dhcp => null,
        _ => null,
    };

    public virtual IReadOnlyList<string> Looks(ScriptStep step) => step switch
    {
        ScriptStep.WeakHost weak => [$"netsh interface {Context(weak.Family)} show interfaces {CmdText.Quote(weak.On!)}"],
        ScriptStep.Metric metric => [$"netsh interface {Context(metric.Family)} show interfaces {CmdText.Quote(metric.On!)}"],
        ScriptStep.AddAddress add => [$"netsh interface {Context(add.Address.Family())} show addresses {CmdText.Quote(add.On!)}"],
        ScriptStep.RemoveAddress remove => [$"netsh interface {Context(remove.Address.Family())} show addresses {CmdText.Quote(remove.On!)}"],
        ScriptStep.DnsRegistration when Facts.DnsByNetsh.Value => [$"netsh interface ipv4 show dnsservers {CmdText.Quote(step.On!)}"],
        ScriptStep.AddRule rule => [$"netsh advfirewall firewall show rule name={CmdText.QuoteRule(rule.Name)}"],
        ScriptStep.RemoveRule rule => [$"netsh advfirewall firewall show rule name={CmdText.QuoteRule(rule.Name)}"],
        _ => [],
    };

    protected static string Word(bool enabled) => enabled ? "enabled" : "disabled";

    protected static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    protected static string Mask(int prefixLength) => new IPAddress(
        Enumerable.Range(0, 4).Select(i => (byte)(0xFF00 >> System.Math.Max(0, System.Math.Min(8, prefixLength - (8 * i))))).ToArray()).ToString();

    private static string Context(IPFamily family) => family == IPFamily.IPv4 ? "ipv4" : "ipv6";

    private static string Set(ScriptInterface on, IPFamily family) => $"netsh interface {Context(family)} set interface {CmdText.Quote(on)}";

    private static string Component(string component) => component switch
    {
        "ms_msclient" => "'Client for Microsoft Networks'",
        "ms_server" => "'File and Printer Sharing for Microsoft Networks'",
        "ms_lltdio" => "the Link-Layer Topology Discovery mapper",
        "ms_rspndr" => "the Link-Layer Topology Discovery responder",
        "ms_lldp" => "the LLDP protocol driver",
        _ => "the protocol or service that the plan names",
    };

    /// <summary>Where an update may be missing, netsh refuses the word it does not know, and the second form is tried.</summary>
    private string[] Add(ScriptStep.AddAddress add)
    {
        string command = add.Address.Family() == IPFamily.IPv4
            ? $"netsh interface ipv4 add address {CmdText.Quote(add.On!)} {add.Address} {Mask(add.PrefixLength)}"
            : $"netsh interface ipv6 add address {CmdText.Quote(add.On!)} {add.Address}/{Text(add.PrefixLength)}";
        if (!add.SkipAsSource || Facts.SkipAsSource.Value == SkipAsSource.Absent)
            return [command];
        return Facts.SkipAsSource.Value == SkipAsSource.Present
            ? [command + " skipassource=true"]
            : [command + " skipassource=true || " + command];
    }

    private static string AddRule(string name, RuleConditions conditions)
    {
        string protocol = conditions.Protocol switch
        {
            TransportProtocol.Icmp => conditions.Family == IPFamily.IPv4 ? "protocol=icmpv4:8,any" : "protocol=icmpv6:128,any",
            TransportProtocol.Udp => "protocol=UDP localport=" + conditions.Ports,
            _ => "protocol=TCP localport=" + conditions.Ports,
        };
        string remote = conditions.From.Count == 0 ? string.Empty : " remoteip=" + string.Join(",", conditions.From.Select(prefix => prefix.IsHost ? prefix.Network.ToString() : prefix.ToString()));
        return $"netsh advfirewall firewall add rule name={CmdText.QuoteRule(name)} dir=in action=allow profile=any {protocol} localip={conditions.To}{remote}";
    }
}
