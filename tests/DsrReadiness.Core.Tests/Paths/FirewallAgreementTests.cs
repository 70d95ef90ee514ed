using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Servers;
using Xunit.Abstractions;

namespace DsrReadiness.Tests.Paths;

/// <summary>
/// The checks judge flows as a whole: all clients and all ports at once, over rules that cover them together. The path asks each rule literally for one packet. Both must say
/// the same of any set of rules.
/// </summary>
public sealed class FirewallAgreementTests(ITestOutputHelper output)
{
    private const int Block = 500;
    private const string ServiceHost = @"C:\Windows\System32\svchost.exe";

    /// <summary>Servers on which words of rules stand for somebody who asks, and on which the kernel, a service and a program that Windows keeps back listen.</summary>
    private static readonly Draft.Form[] s_forms =
    [
        new(Server.Ready()),
        new(RandomForm.TwoArms().Set(DnsClientServerAddressClass.ServerAddresses, new object?[] { "203.0.113.76" }).Set(NetworkAdapterConfigurationClass.DHCPServer, "203.0.113.77")
            .Set(NetworkAdapterConfigurationClass.WINSPrimaryServer, "192.168.12.77").Set(NetworkAdapterConfigurationClass.WINSSecondaryServer, "203.0.113.77")),
        new(Near(RandomForm.TwoArms())),
        new(RandomForm.TwoArms().Block("Near", (NetAddressFilterClass.RemoteAddress, new object?[] { "LocalSubnet" }))),
        new(Near(RandomForm.TwoArms().Set(NetIPAddressClass.PrefixLength, 32, (NetIPAddressClass.IPAddress, "192.168.12.9")))),
        new(Near(Server.Ready().AddAddress(CimStore.Active, Server.Ethernet, "Ethernet", "10.1.2.3", 24).Set(NetIPAddressClass.PrefixLength, null, (NetIPAddressClass.IPAddress, "10.1.2.3")))),
        new(Server.Ready().Listening(ServiceHost).Runs("App", ServiceHost).SidType("App", 1)),
        new(Server.Ready().Listening(null).Runs("App", @"""C:\x.exe"" -k x").SidType("App", 0)),
    ];

    private static readonly Flow[] s_flows =
    [
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, "203.0.113.77/32"),
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, "203.0.113.76/30"),
        Of(Server.Vip, TransportProtocol.Tcp, 442, 445, "203.0.113.77/32"),
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, "192.168.11.8/30"),
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, "192.168.11.4/30") with { Balancers = [IPAddress.Parse(Server.Balancer)] },
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, "192.168.11.77/32"),
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, "192.168.12.77/32"),
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, "192.168.12.9/32"),
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, Server.Gateway + "/32"),
        Of(Server.Vip6, TransportProtocol.Tcp, 443, 443, "fe80::77/128"),
        Of(Server.Vip, TransportProtocol.Udp, 443, 444, "203.0.113.76/31"),
        Of(Server.Vip6, TransportProtocol.Tcp, 443, 443, "2001:db8:77::77/128"),
        Of(Server.Vip, TransportProtocol.Tcp, 443, 443, null),
        Of(Server.Vip, TransportProtocol.Icmp, null, null, "203.0.113.77/32"),
        Of(Server.Vip6, TransportProtocol.Icmp, null, null, "2001:db8:77::77/128"),
    ];

    [Fact]
    public void Flows_and_packets_fare_alike_with_random_rules()
    {
        int blocks = System.Math.Max(1, AgreementRun.RuleSets / Block);
        var answers = new ConcurrentDictionary<string, int>();
        var disagreements = new ConcurrentDictionary<string, int>();
        Parallel.For(0, blocks, AgreementRun.OnAllCores, block =>
        {
            var dice = new Dice(AgreementRun.SeedOf(block));
            for (int i = 0; i < Block; i++)
            {
                var set = new RuleSet(dice.Of(s_forms), dice.Of(s_flows), [.. Enumerable.Range(0, 1 + dice.Below(6)).Select(_ => Draw(dice))]);
                (string answer, string? disagreement) = Compare(set);
                answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
                if (disagreement is null || disagreements.Count > 20)
                    continue;
                RuleSet smallest = Shrinker.Shrink(set, each => each.Simpler(), each => Compare(each).Disagreement is not null);
                disagreements[smallest + " => " + Compare(smallest).Disagreement] = 1;
            }
        });

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {AgreementRun.Seed}, {blocks * Block} sets of rules: ")
            + string.Join(", ", answers.OrderBy(each => each.Key).Select(each => each.Key + " " + each.Value.ToString(CultureInfo.InvariantCulture))));
        Assert.True(disagreements.IsEmpty, $"Seed {AgreementRun.Seed}:\n" + string.Join("\n", disagreements.Keys));
        Assert.All(new[] { "True", "False", "?" }, answer => Assert.True(answers.GetValueOrDefault(answer) > blocks * Block / 20, $"Too few are {answer}."));
    }

    private static Twist Draw(Dice dice) => dice.Once(2)
        ? RandomRule.Draw(dice, "Rule " + dice.Below(1000).ToString(CultureInfo.InvariantCulture))
        : RandomTwist.DrawCell(dice, s_forms[0], RandomRule.Cells);

    private static (string Answer, string? Disagreement) Compare(RuleSet set)
    {
        var draft = new Draft(set.Form);
        foreach (Twist twist in set.Twists)
            twist.ApplyTo(draft);

        // Whether rules of the server itself count is a question of its own, which W05 asks.
        draft.SetAll(NetFirewallProfileClass.Class, CimStore.Active, NetFirewallProfileClass.AllowLocalFirewallRules, 1L);
        Snapshot snapshot = draft.Build();
        Assert.True(new Topology(snapshot).Find(Server.Ethernet).TryGet(out HostInterface? on, out _));
        FlowVerdict? verdict = new FlowJudge(snapshot).Judge(set.Flow, on).TryGet(out FlowVerdict? known, out _) ? known : null;
        var host = new HostView(snapshot);
        var hop = new FirewallHop(host);
        HopOutcome[] packets = [.. Packets(set.Flow).Select(packet => hop.Ask(packet, host.Link(Server.Ethernet), out _).Outcome)];
        bool? literal = packets.Contains(HopOutcome.Dropped) ? false : packets.Contains(HopOutcome.Undetermined) ? null : true;
        string answer = verdict?.IsAllowed?.ToString() ?? "?";
        bool isOpenForOthers = verdict is { IsAllowed: null } && packets.Contains(HopOutcome.Undetermined) && set.Flow.From is null; // A rule blocks some of all clients, and of the others it is not known.
        if (verdict?.IsAllowed == literal || isOpenForOthers || (verdict is { IsAllowed: not false, NarrowBlocks.Count: > 0 }))
            return (answer, null);
        return (answer, $"The flow {set.Flow} is {verdict?.Cause.ToString() ?? "not known"}, but its packets: {string.Join(", ", packets)}");
    }

    /// <summary>All packets of a flow, of which balancers send none; of one from anywhere, some from within and beside each range that rules name, and from both ends.</summary>
    private static IEnumerable<PathPacket> Packets(Flow flow)
    {
        IEnumerable<IPAddress> clients = flow.From is null
            ? new[] { "0.0.0.0", "8.8.8.8", "10.0.0.9", "127.255.255.255", "128.0.0.0", Server.Balancer, "192.168.11.77", "203.0.113.1", "203.0.113.76", "203.0.113.77", "203.0.113.200", "255.255.255.255" }.Select(IPAddress.Parse)
            : FollowedService.AddressesOf(flow.From).Except(flow.Balancers ?? []);
        return from client in clients
               from port in flow.Ports is { } ports ? Enumerable.Range(ports.First, ports.Last - ports.First + 1).Cast<int?>() : [null]
               select new PathPacket(flow.To, client, flow.Protocol, port);
    }

    private static Server Near(Server server) => server.Change("DsrReadiness-443", NetAddressFilterClass.RemoteAddress, new object?[] { "LocalSubnet" });

    private static Flow Of(string to, TransportProtocol protocol, int? first, int? last, string? from)
    {
        IPPrefix? prefix = null;
        Assert.True(from is null || IPPrefix.TryParse(from, out prefix));
        return new Flow(IPAddress.Parse(to), protocol, first is null ? null : new PortRange(first.Value, last!.Value), prefix);
    }

    private sealed record RuleSet(Draft.Form Form, Flow Flow, IReadOnlyList<Twist> Twists)
    {
        public IEnumerable<RuleSet> Simpler() => Twists.Select((_, i) => this with { Twists = [.. Twists.Where((_, at) => at != i)] })
            .Concat(ReferenceEquals(Form, s_forms[0]) ? [] : [this with { Form = s_forms[0] }])
            .Concat(ReferenceEquals(Flow, s_flows[0]) ? [] : [this with { Flow = s_flows[0] }]);

        public override string ToString() => "on server " + System.Array.IndexOf(s_forms, Form).ToString(CultureInfo.InvariantCulture) + ": " + string.Join("; ", Twists);
    }
}
