using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class AliasesAreUniqueCheckTests() : CheckTest(new AliasesAreUniqueCheck())
{
    [Fact]
    public void Passes_when_each_adapter_has_a_name_of_its_own() => Expect(Outcome.Passed, Server.Ready().WithStorage());

    [Fact]
    public void Reports_that_two_share_one_in_any_case()
    {
        CheckResult result = Expect(Outcome.Passed, Named("ETHERNET"));
        Assert.Equal((Severity.Information, "2 adapters"), (result.Severity, result.Actual));
        Assert.Contains("indexes 7, 12", result.Reason);
    }

    [Fact]
    public void Is_unknown_when_a_name_or_the_adapters_could_not_be_read()
    {
        Expect(Outcome.Unknown, Named(null));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Failed));
    }

    [Fact]
    public void Does_not_apply_where_a_cluster_keeps_the_vip_on_the_traffic_interface() =>
        Expect(Outcome.NotApplicable, Named("Ethernet"), Server.Service().Environment(DsrEnvironment.Cluster));

    private static Server Named(string? alias) => Server.Ready().Set(NetAdapterClass.Name, alias, Server.On(NetAdapterClass.Class, Server.Loopback));
}
