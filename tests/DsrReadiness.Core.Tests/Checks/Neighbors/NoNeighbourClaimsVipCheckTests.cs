using DsrReadiness.Checks.Neighbors;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Neighbors;

public sealed class NoNeighbourClaimsVipCheckTests() : CheckTest(new NoNeighbourClaimsVipCheck())
{
    [Fact]
    public void Passes_when_a_server_without_the_VIP_has_the_balancers_address() =>
        Assert.Equal(Severity.Information, Expect(Outcome.Passed, PoolOf.WithoutVip().AddNeighbor(Server.Vip, "00-00-5E-00-01-0A"), inputs: PoolOf.Servers(Server.Ready())).Severity);

    /// <summary>Nobody asks for an address that is its own.</summary>
    [Fact]
    public void Does_not_apply_where_the_table_can_say_nothing()
    {
        Expect(Outcome.NotApplicable, Server.Ready(), inputs: PoolOf.Servers(Server.Ready()));
        Expect(Outcome.NotApplicable, PoolOf.WithoutVip(), inputs: PoolOf.Servers(Server.Ready()));
    }

    [Fact]
    public void Reports_another_members_address()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().AddNeighbor(Server.Vip, "00-15-5d-00-00-02"), inputs: PoolOf.Servers(Server.Ready()));
        Assert.Equal((Severity.Information, Server.Vip, PoolOf.Mac2 + " of web02"), (result.Severity, result.Subject, result.Actual));
    }

    [Fact]
    public void Looks_at_the_vip_alone_and_at_entries_that_were_answered()
    {
        Expect(Outcome.NotApplicable, Server.Ready().AddNeighbor("192.168.11.12", PoolOf.Mac2), inputs: PoolOf.Servers(Server.Ready()));
        Expect(Outcome.NotApplicable, Server.Ready().AddNeighbor(Server.Vip, PoolOf.Mac2, NeighborState.Incomplete), inputs: PoolOf.Servers(Server.Ready()));
        Expect(Outcome.Passed, Server.Ready().AddNeighbor(Server.Vip, PoolOf.Mac2, NeighborState.Stale), inputs: PoolOf.Servers(Server.Ready()));
    }

    [Fact]
    public void Does_not_apply_without_another_server()
    {
        Server server = Server.Ready().AddNeighbor(Server.Vip, PoolOf.Mac2);
        Expect(Outcome.NotApplicable, server);
        Expect(Outcome.NotApplicable, server, inputs: new(pool: new([server.Build()])));
        Expect(Outcome.NotApplicable, server, Server.Service().Environment(DsrEnvironment.Cluster), PoolOf.Servers(Server.Ready()));
    }

    [Fact]
    public void Is_unknown_when_a_table_cannot_be_read()
    {
        Expect(
            Outcome.Unknown, Server.Ready().Fail(NetNeighborClass.Class, CimStore.Active, FailureKind.Timeout), inputs: PoolOf.Servers(Server.Ready()));
        Expect(
            Outcome.Unknown, Server.Ready(), inputs: PoolOf.Servers(Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout)));
    }
}
