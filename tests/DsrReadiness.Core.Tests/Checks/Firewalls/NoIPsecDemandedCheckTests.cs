using System;
using System.Linq;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>W07, and what becomes of a packet without IPsec: both look at the same rules, each by itself.</summary>
public sealed class NoIPsecDemandedCheckTests() : CheckTest(new NoIPsecDemandedCheck())
{
    private static readonly string[] s_any = ["Any"];

    /// <summary>A property of the rule or of a filter, its value, and what follows.</summary>
    public static TheoryData<string, object?, Outcome> Differences() => new()
    {
        { "InboundSecurity", 2L, Outcome.Failed },
        { "InboundSecurity", 1L, Outcome.Passed },
        { "InboundSecurity", 0L, Outcome.Passed },
        { "InboundSecurity", null, Outcome.Unknown },
        { "InboundSecurity", 7L, Outcome.Unknown },
        { "Mode", 2L, Outcome.Unknown },
        { "Mode", null, Outcome.Unknown },
        { "Enabled", 2L, Outcome.Passed },
        { "Enabled", null, Outcome.Unknown },
        { "Profiles", 1L, Outcome.Failed },
        { "Profiles", 6L, Outcome.Passed },
        { "Profiles", null, Outcome.Unknown },
        { "EnforcementStatus", new object?[] { 2L, 1L }, Outcome.Failed },
        { "EnforcementStatus", null, Outcome.Failed },
        { "EnforcementStatus", new object?[] { 17L }, Outcome.Passed },
        { "EnforcementStatus", new object?[] { 3L }, Outcome.Unknown },
        { "EnforcementStatus", new object?[] { 99L }, Outcome.Unknown },
        { "Platforms", new[] { "6.2+" }, Outcome.Failed },
        { "Platforms", new[] { "6.3" }, Outcome.Passed },
        { "Platforms", new[] { "x" }, Outcome.Unknown },
        { "Protocol", "TCP", Outcome.Failed },
        { "Protocol", "UDP", Outcome.Passed },
        { "LocalPort", new[] { "443" }, Outcome.Failed },
        { "LocalPort", new[] { "444" }, Outcome.Passed },
        { "LocalPort", new[] { "RPC" }, Outcome.Passed },
        { "LocalPort", new[] { "x" }, Outcome.Unknown },
        { "RemotePort", new[] { "1024-65535" }, Outcome.Failed },
        { "RemotePort", new[] { "49152-65535" }, Outcome.Unknown },
        { "RemotePort", new[] { "IPHTTPSOut" }, Outcome.Unknown },
        { "RemotePort", new[] { "88", "x" }, Outcome.Unknown },
        { "RemotePort", new[] { "88", "464" }, Outcome.Passed },
        { "LocalAddress", new[] { "192.168.11.0/24" }, Outcome.Failed },
        { "LocalAddress", new[] { "192.168.11.11" }, Outcome.Passed },
        { "LocalAddress", new[] { "LocalSubnet" }, Outcome.Unknown },
        { "RemoteAddress", new[] { "203.0.113.0/24" }, Outcome.Failed },
        { "RemoteAddress", new[] { "10.0.0.0/8" }, Outcome.Passed },
        { "RemoteAddress", new[] { "192.168.0.0/16" }, Outcome.Unknown }, // the server's end, if the ends are meant the other way round
        { "RemoteAddress", new[] { "172.16.0.0/16", "192.168.0.0/16" }, Outcome.Unknown },
        { "RemoteAddress", new[] { "Internet" }, Outcome.Unknown },
        { "InterfaceAlias", new[] { "Ethernet" }, Outcome.Failed },
        { "InterfaceAlias", new[] { "Storage" }, Outcome.Passed },
        { "InterfaceType", 2L, Outcome.Passed },
        { "InterfaceType", 1L, Outcome.Failed },
    };

    [Fact]
    public void Without_rules_nothing_is_required() => Expect(Outcome.Passed, Server.Ready());

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_rule_counts_where_it_is_about_the_service(string property, object? value, Outcome outcome)
    {
        Server server = Rule("Isolation", property, value);
        CheckResult result = Expect(outcome, server, Service());
        Assert.Equal(Severity.Warning, result.Severity);
        Hop? hop = HopOf(server, Service());
        Assert.Equal(outcome, hop?.Outcome switch { null => Outcome.Passed, HopOutcome.Dropped => Outcome.Failed, _ => Outcome.Unknown });
    }

    [Theory]
    [InlineData("InboundSecurity", 7L, "its InboundSecurity is ")]
    [InlineData("Mode", 2L, "its Mode is ")]
    [InlineData("Enabled", null, "it is unclear, since its state is ")]
    [InlineData("RemotePort", "49152-65535", "it is limited to the remote ports 49152-65535, while clients use 1024-65535.")]
    [InlineData("LocalAddress", "LocalSubnet", "it names its local addresses by LocalSubnet.")]
    [InlineData("RemoteAddress", "Internet", "it is unclear, since its RemoteAddress is Internet, ")]
    [InlineData("RemoteAddress", "192.168.0.0/16", "it names the server where others name the clients.")]
    public void What_cannot_be_told_of_a_rule_is_named(string property, object? value, string doubt) =>
        AssertDoubt(doubt, Rule("Isolation", property, value is string text ? new[] { text } : value), Service());

    [Fact]
    public void What_may_exempt_the_traffic_is_named()
    {
        AssertDoubt("another rule may exempt the same traffic.", Server.Ready().IPsec("Isolation").IPsec("Exempt", (NetConSecRuleClass.InboundSecurity, SecurityPolicy.Never)), Service());
        AssertDoubt("the Domain profile of Ethernet is not known to be on.", Server.Ready().IPsec("Isolation").Profile(NetFirewallProfileClass.Enabled, null), Service());
        AssertDoubt("the Domain profile of Ethernet filters nothing.", Server.Ready().IPsec("Isolation").Profile(NetFirewallProfileClass.Enabled, GpoBoolean.False), Service());
        AssertDoubt("ICMP may be exempt from IPsec by a setting of its own.", Server.Ready().IPsec("Isolation", (NetProtocolPortFilterClass.Protocol, "ICMPv4")), Service().Probe($"icmp/{Server.Vip}"));
    }

    [Fact]
    public void A_rule_that_may_require_it_of_some_others_too_leaves_it_open() => Expect(
        Outcome.Unknown,
        Server.Ready().IPsec("Isolation", (NetConSecRuleClass.InboundSecurity, null), (NetAddressFilterClass.RemoteAddress, new[] { "10.0.0.0/8", "203.0.113.77" })),
        Service());

    [Fact]
    public void The_rule_and_whom_it_shuts_out_are_named()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().IPsec("Isolation"), Service());
        Assert.StartsWith("Connection security rule 'Isolation' (Isolation) requires IPsec for tcp/443 to 192.168.11.50 from 203.0.113.77:", result.Reason, StringComparison.Ordinal);
        Assert.Equal("Get-NetIPsecRule -PolicyStore ActiveStore", result.Command);
        PathTrace trace = PathTracer.Trace(Server.Ready().IPsec("Isolation").Build(), Service())[0];
        Assert.Equal((PathOutcome.Dropped, HopKind.IPsec), (trace.Outcome, trace.Hops[^1].Kind));
    }

    [Theory]
    [InlineData(SecurityPolicy.Never, "203.0.113.77", Outcome.Unknown)] // which of two rules wins is said nowhere
    [InlineData(SecurityPolicy.Request, "203.0.113.77", Outcome.Unknown)]
    [InlineData(SecurityPolicy.Never, "203.0.113.78", Outcome.Failed)]
    [InlineData(SecurityPolicy.Require, "203.0.113.77", Outcome.Failed)]
    public void Another_rule_may_exempt_the_same_clients(SecurityPolicy policy, string client, Outcome outcome)
    {
        Server server = Server.Ready().IPsec("Isolation").IPsec("Exempt", (NetConSecRuleClass.InboundSecurity, policy), (NetAddressFilterClass.RemoteAddress, new[] { client }));
        Expect(outcome, server, Service());
        Assert.Equal(outcome == Outcome.Failed ? HopOutcome.Dropped : HopOutcome.Undetermined, HopOf(server, Service())!.Outcome);
    }

    [Fact]
    public void A_rule_for_some_clients_or_ports_is_told_of_those()
    {
        Server server = Server.Ready().Set(NetProtocolPortFilterClass.LocalPort, s_any).IPsec("Isolation", (NetProtocolPortFilterClass.Protocol, "TCP"), (NetProtocolPortFilterClass.LocalPort, new[] { "444-450" }));
        Assert.Contains("tcp/444-445 to", Expect(Outcome.Failed, server, Service().Ports("tcp/443-445")).Reason, StringComparison.Ordinal);
        Expect(Outcome.Passed, server, Service().Ports("tcp/443"));
        Server some = Server.Ready().IPsec("Isolation", (NetAddressFilterClass.RemoteAddress, new[] { "203.0.113.77" }));
        Expect(Outcome.Failed, some, Service().Clients("203.0.113.0/24"));
        Assert.Null(HopOf(some, Service().Clients("203.0.113.78/32")));
    }

    [Fact]
    public void A_probe_is_asked_for_authentication_as_well()
    {
        Server server = Server.Ready().IPsec("Isolation", (NetAddressFilterClass.RemoteAddress, new[] { Server.Balancer }));
        Expect(Outcome.Passed, server, Service());
        Expect(Outcome.Failed, server, Service().Probe($"tcp/{Server.Vip}:443"));
        PathTrace probe = PathTracer.Trace(server.Build(), Service().Probe($"tcp/{Server.Vip}:443"))[1];
        Assert.Equal((HopKind.IPsec, HopOutcome.Dropped), (probe.Hops[^1].Kind, probe.Hops[^1].Outcome));
    }

    [Theory]
    [InlineData("203.0.113.0-203.0.113.76", HopOutcome.Undetermined)]
    [InlineData("10.0.0.0/8", HopOutcome.Undetermined)]
    [InlineData("LocalSubnet", HopOutcome.Undetermined)]
    [InlineData("2001:db8::/32", null)]
    public void A_rule_that_may_be_about_a_balancer_that_is_not_named_leaves_it_open(string remote, HopOutcome? hop)
    {
        Server server = Server.Ready().IPsec("Isolation", (NetConSecRuleClass.InboundSecurity, null), (NetAddressFilterClass.RemoteAddress, new[] { remote }));
        ServiceBuilder service = Service().Balancers().Interface("Ethernet").Probe($"tcp/{Server.Vip}:443");
        Expect(hop is null ? Outcome.Passed : Outcome.Unknown, server, service);
        PathTrace probe = PathTracer.Trace(server.Build(), service)[1];
        Assert.Equal(hop, probe.Hops.SingleOrDefault(each => each.Kind == HopKind.IPsec)?.Outcome);
    }

    /// <summary>Its other end is of the other family, whichever way round the ends are meant.</summary>
    [Fact]
    public void A_rule_for_addresses_of_the_other_family_is_not_about_a_balancer_that_is_not_named()
    {
        Server server = Server.Ready().IPsec("Isolation", (NetAddressFilterClass.LocalAddress, new[] { "2001:db8:11::/64" }));
        ServiceBuilder service = Service().Balancers().Interface("Ethernet").Probe($"tcp/{Server.Vip}:443");
        Expect(Outcome.Passed, server, service);
        Assert.DoesNotContain(PathTracer.Trace(server.Build(), service)[1].Hops, each => each.Kind == HopKind.IPsec);
    }

    [Fact]
    public void Echo_requests_and_a_profile_that_is_off_leave_it_open()
    {
        Server server = Server.Ready().Rule("Echo", (NetProtocolPortFilterClass.Protocol, "ICMPv4")).IPsec("Isolation", (NetProtocolPortFilterClass.Protocol, "ICMPv4"));
        Expect(Outcome.Unknown, server, Service().Probe($"icmp/{Server.Vip}"));
        Server off = Server.Ready().IPsec("Isolation").Profile(NetFirewallProfileClass.Enabled, GpoBoolean.False);
        Expect(Outcome.Unknown, off, Service());
        Assert.Equal(HopOutcome.Undetermined, HopOf(off, Service())!.Outcome);
    }

    /// <summary>A firewall rule of the same id: whose the filters are is not known.</summary>
    [Fact]
    public void A_rule_that_shares_its_id_with_a_firewall_rule_has_conditions_that_are_not_known() => Expect(Outcome.Unknown, WithId("dsrreadiness-443"), Service());

    [Fact]
    public void A_snapshot_without_the_rules_is_unknown_and_names_the_collector()
    {
        Server server = Server.Ready().NotCollected(NetConSecRuleClass.Class, CimStore.Active);
        Assert.Contains("collector script", Expect(Outcome.Unknown, server).Recommendation, StringComparison.Ordinal);
        Assert.Null(HopOf(server, Service()));
        Server denied = Server.Ready().Fail(NetConSecRuleClass.Class, CimStore.Active, FailureKind.AccessDenied);
        Expect(Outcome.Unknown, denied);
        Assert.Equal(HopOutcome.Undetermined, HopOf(denied, Service())!.Outcome);
    }

    [Fact]
    public void Does_not_apply_without_a_port() => Expect(Outcome.NotApplicable, Server.Ready(), Service().Ports());

    private void AssertDoubt(string doubt, Server server, DsrService service) =>
        Assert.Contains(": " + doubt, Expect(Outcome.Unknown, server, service).Reason, StringComparison.Ordinal);

    private static ServiceBuilder Service() => Server.Service().Clients("203.0.113.77/32");

    private static Server Rule(string id, string property, object? value)
    {
        CimProperty found = new[] { NetConSecRuleClass.Class, NetAddressFilterClass.Class, NetProtocolPortFilterClass.Class, NetInterfaceFilterClass.Class, NetInterfaceTypeFilterClass.Class }
            .Select(each => each.Find(property)).OfType<CimProperty>().First();
        return Server.Ready().IPsec(id, (found, value));
    }

    private static Server WithId(string id)
    {
        Server server = Server.Ready().IPsec("Isolation");
        server.Rows(NetConSecRuleClass.Class, CimStore.Active).Single()[NetConSecRuleClass.InstanceId] = id;
        return server;
    }

    private static Hop? HopOf(Server server, DsrService service) => PathTracer.Trace(server.Build(), service)[0].Hops.SingleOrDefault(hop => hop.Kind == HopKind.IPsec);
}
