using DsrReadiness.Checks;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Checks.Neighbors;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Drift;

public sealed class SameAsPoolCheckTests() : CheckTest(new SameAsPoolCheck(Catalogue.Observing))
{
    [Fact]
    public void Passes_when_all_are_alike() => Expect(Outcome.Passed, Server.Ready(), inputs: PoolOf.Servers(Server.Ready(), Server.Ready()));

    [Fact]
    public void Warns_about_the_odd_one()
    {
        CheckResult result = Expect(Outcome.Failed, Broken(), inputs: PoolOf.Servers(Server.Ready(), Server.Ready()));
        Assert.Equal((Severity.Warning, "M01 WeakHostReceiveOnTrafficInterface"), (result.Severity, result.Subject));
        Assert.Equal(("Passed", "Failed"), (result.Expected, result.Actual));
        Assert.Contains("on 2 of the 3 servers", result.Reason);
    }

    [Fact]
    public void Warns_about_the_only_one_that_is_better() =>
        Assert.Equal("Passed", Expect(Outcome.Failed, Server.Ready(), inputs: PoolOf.Servers(Broken(), Broken())).Actual);

    [Fact]
    public void Passes_on_the_others_of_which_one_is_odd() => Expect(Outcome.Passed, Server.Ready(), inputs: PoolOf.Servers(Broken(), Server.Ready()));

    [Fact]
    public void Passes_when_there_is_no_majority() =>
        Expect(Outcome.Passed, Broken(), inputs: PoolOf.Servers(Broken(), Server.Ready(), Server.Ready()));

    [Fact]
    public void Half_of_a_pool_is_no_majority()
    {
        Server untold = Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostReceive, null, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
        Expect(Outcome.Passed, Server.Ready(), inputs: PoolOf.Servers(Broken(), Broken(), untold));
    }

    [Fact]
    public void Counts_the_server_itself_once() => Expect(
        Outcome.NotApplicable, Broken(), inputs: new(pool: new Pool([Broken().Build(), Server.Ready().Build("web02"), Server.Ready().Build("srv19a")])));

    [Fact]
    public void Does_not_apply_to_a_pool_in_which_none_can_be_odd()
    {
        Expect(Outcome.NotApplicable, Broken());
        Expect(Outcome.NotApplicable, Broken(), inputs: PoolOf.Servers(Server.Ready()));
    }

    private static Server Broken() => Server.Ready().SetIn(
        CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
}
