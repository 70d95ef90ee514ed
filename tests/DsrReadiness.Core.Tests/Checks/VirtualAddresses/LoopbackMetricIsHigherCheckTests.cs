using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class LoopbackMetricIsHigherCheckTests() : CheckTest(new LoopbackMetricIsHigherCheck())
{
    [Theory]
    [InlineData(254, "higher than")]
    [InlineData(15, "the same as")]
    [InlineData(5, "lower than")]
    public void Reports_the_metric_beside_that_of_the_traffic_interface(int metric, string compared)
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().WithMetric(Server.Loopback, metric));
        Assert.Equal($"The metric of Loopback (IPv4) is {metric}, {compared} that of Ethernet, 15.", result.Reason);
        Assert.Equal(Severity.Information, result.Severity);
    }

    [Fact]
    public void Reports_both_families() => Assert.Equal(2, Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack()).Details.Count);

    [Theory]
    [InlineData(Server.Loopback)]
    [InlineData(Server.Ethernet)]
    public void Is_unknown_when_a_metric_is_null(uint index) => Expect(
        Outcome.Unknown, Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.InterfaceMetric, null, Server.On(NetIPInterfaceClass.Class, index)));

    [Fact]
    public void Does_not_apply_without_a_loopback_or_traffic_interface()
    {
        Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback());
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Interface("Ethernet 9"));
    }
}
