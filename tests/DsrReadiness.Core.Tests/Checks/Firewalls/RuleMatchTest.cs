using System;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>Asks one rule, which allows everything but for one value, about tcp/443 to the VIP on the traffic interface.</summary>
public abstract class RuleMatchTest
{
    private protected static readonly Flow Https = FlowTo(Server.Vip, TransportProtocol.Tcp, 443);

    private protected static string Ask(
        CimProperty property, object? value, Flow? flow = null, FirewallAction role = FirewallAction.Allow, string on = "Ethernet") =>
        Ask(Server.Ready().NoRules().Rule("r", (property, value)), flow, role, on);

    private protected static string AskBlock(CimProperty property, object? value) =>
        Ask(Server.Ready().NoRules().Block("r", (property, value)), role: FirewallAction.Block);

    private protected static string Ask(Server server, Flow? flow = null, FirewallAction role = FirewallAction.Allow, string on = "Ethernet")
    {
        Snapshot snapshot = server.Build();
        FirewallRule rule = Assert.Single(snapshot.FirewallRules.Rows!);
        var ethernet = new HostInterface(Server.Ethernet, on, InterfaceKind.Answering, null);
        var question = new RuleQuestion(flow ?? Https, ethernet, FirewallProfiles.Domain, role, new FirewallHost(snapshot));
        return RuleMatch.Of(new CandidateRule(rule), question)?.Whole.ToString() ?? nameof(Match.No);
    }

    private protected static Flow FlowTo(string address, TransportProtocol protocol, int? port) =>
        new(IPAddress.Parse(address), protocol, port is { } number ? new PortRange(number, number) : null, null);

    private protected static IPPrefix Prefix(string text) =>
        IPPrefix.TryParse(text, out IPPrefix? prefix) ? prefix : throw new FormatException(text);
}
