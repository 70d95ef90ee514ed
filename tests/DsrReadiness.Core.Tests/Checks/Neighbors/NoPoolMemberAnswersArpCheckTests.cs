using DsrReadiness.Checks;
using DsrReadiness.Checks.Neighbors;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Neighbors;

public sealed class NoPoolMemberAnswersArpCheckTests() : CheckTest(new NoPoolMemberAnswersArpCheck())
{
    private const string BalancerMac = "00-00-5E-00-01-0A";
    private const string OwnMac = "00155D0000AA";

    private static Server Own => Server.Ready().Set(NetAdapterClass.PermanentAddress, OwnMac, Server.On(NetAdapterClass.Class, Server.Ethernet));

    [Fact]
    public void Passes_when_a_peer_has_the_balancers_address_for_the_vip()
    {
        Server peer = PoolOf.WithoutVip().AddNeighbor(Server.Vip, BalancerMac).AddNeighbor(Server.Balancer, "00:00:5e:00:01:0a");
        Assert.Equal(Severity.Error, Expect(Outcome.Passed, Own, Server.Service().Balancers(Server.Balancer), PoolOf.Servers(peer)).Severity);
    }

    [Theory]
    [InlineData("00-15-5D-00-00-AA", "SRV19A")]
    [InlineData("00:15:5d:00:00:03", "web03")]
    public void Fails_when_a_peer_has_the_address_of_a_real_server(string mac, string owner)
    {
        CheckResult result = Expect(Outcome.Failed, Own, inputs: PoolOf.Servers(PoolOf.WithoutVip().AddNeighbor(Server.Vip, mac), Server.Ready()));
        Assert.Equal((Severity.Error, Server.Vip), (result.Severity, result.Subject));
        Assert.Contains("web02 has", result.Reason);
        Assert.Contains("the address of " + owner, result.Reason);
    }

    /// <summary>A MAC address that was set by hand, or a team's: the permanent one is another.</summary>
    [Fact]
    public void Fails_for_an_address_that_an_adapter_answers_with_though_it_is_not_its_permanent_one()
    {
        Server own = Own.Set(NetAdapterClass.NetworkAddresses, new[] { "02-AA-BB-CC-DD-01" }, Server.On(NetAdapterClass.Class, Server.Ethernet));
        Expect(Outcome.Failed, own, inputs: PoolOf.Servers(PoolOf.WithoutVip().AddNeighbor(Server.Vip, "02AABBCCDD01")));
        Expect(Outcome.Passed, Own, inputs: PoolOf.Servers(PoolOf.WithoutVip().AddNeighbor(Server.Vip, "02AABBCCDD01")));
    }

    [Fact]
    public void Hears_a_witness_that_is_no_member()
    {
        DsrReadiness.Snapshots.Snapshot witness = PoolOf.WithoutVip().AddNeighbor(Server.Vip, OwnMac).Build("jump01");
        CheckResult result = Expect(Outcome.Failed, Own, inputs: new CheckInputs(pool: new Pool([], [witness])));
        Assert.Contains("jump01 has 00155D0000AA", result.Reason);
    }

    [Fact]
    public void Reports_an_address_that_is_not_the_named_balancers_own()
    {
        Server peer = PoolOf.WithoutVip().AddNeighbor(Server.Vip, "00000C07AC01").AddNeighbor(Server.Balancer, BalancerMac);
        Assert.Equal(Severity.Information, Expect(Outcome.Passed, Own, Server.Service().Balancers(Server.Balancer), PoolOf.Servers(peer)).Severity);
        Assert.Equal(Severity.Error, Expect(Outcome.Passed, Own, Server.Service().Balancers(), PoolOf.Servers(peer)).Severity);
    }

    [Fact]
    public void Does_not_take_the_address_that_all_loopbacks_share_for_a_real_servers() =>
        Expect(Outcome.Passed, Own, inputs: PoolOf.Servers(PoolOf.WithoutVip().AddNeighbor(Server.Vip, "02004C4F4F50")));

    [Fact]
    public void Does_not_apply_without_a_witness()
    {
        Expect(Outcome.NotApplicable, Own);
        Expect(Outcome.NotApplicable, Own, inputs: PoolOf.Servers(PoolOf.WithoutVip()));
        Expect(Outcome.NotApplicable, Own, inputs: PoolOf.Servers(Server.Ready().AddNeighbor(Server.Vip, OwnMac)));
        Expect(Outcome.NotApplicable, Own, inputs: PoolOf.Servers(PoolOf.WithoutVip().AddNeighbor(Server.Vip, "000000000000")));
        Expect(Outcome.NotApplicable, Own, inputs: PoolOf.Servers(PoolOf.WithoutVip().AddNeighbor(Server.Vip, OwnMac, NeighborState.Unreachable)));
        Expect(
            Outcome.NotApplicable,
            Own,
            Server.Service().Environment(DsrEnvironment.GcpAgent),
            PoolOf.Servers(PoolOf.WithoutVip().AddNeighbor(Server.Vip, OwnMac)));
    }

    [Fact]
    public void Is_unknown_when_a_peer_says_too_little()
    {
        Server Peer() => PoolOf.WithoutVip().AddNeighbor(Server.Vip, BalancerMac);
        Assert.Contains(
            "web02", Expect(Outcome.Unknown, Own, inputs: PoolOf.Servers(Peer().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout))).Reason);
        Expect(Outcome.Unknown, Own, inputs: PoolOf.Servers(Peer().Fail(NetNeighborClass.Class, CimStore.Active, FailureKind.Timeout)));
        Expect(Outcome.Unknown, Own, inputs: PoolOf.Servers(Peer().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.Timeout)));
        Expect(Outcome.Unknown, Own.Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout), inputs: PoolOf.Servers(Peer()));
    }
}
