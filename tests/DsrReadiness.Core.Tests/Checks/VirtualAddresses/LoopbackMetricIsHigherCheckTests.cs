using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class LoopbackMetricIsHigherCheckTests() : CheckTest(new LoopbackMetricIsHigherCheck())
{
    [Theory]
    [InlineData(254, "higher than that of Ethernet, 15.")]
    [InlineData(15, "the same as that of Ethernet, 15: by which of them multicast and broadcast (224.0.0.0/4 and 255.255.255.255/32) leave is not known.")]
    public void Reports_the_metric_beside_that_of_the_traffic_interface(int metric, string compared)
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().WithMetric(Server.Loopback, metric));
        Assert.Equal($"The metric of Loopback (IPv4) is {metric}, {compared}", result.Reason);
        Assert.Equal(Severity.Information, result.Severity);
    }

    [Fact]
    public void Warns_when_it_is_lower_so_that_the_loopback_takes_multicast_and_broadcast()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().WithMetric(Server.Loopback, 14));
        Assert.Equal((Severity.Warning, "higher than 15", "14"), (result.Severity, result.Expected, result.Actual));
        Assert.Equal("Set-NetIPInterface -InterfaceIndex 12 -AddressFamily IPv4 -AutomaticMetric Disabled -InterfaceMetric 254", result.Command);
        Assert.Contains("ff00::/8", Expect(Outcome.Failed, Server.Ready().WithMetric(Server.Loopback, 14), Server.Service().Vips(Server.Vip6)).Reason);
    }

    /// <summary>No plan changes what Windows brings.</summary>
    [Fact]
    public void Reports_the_built_in_loopback_whatever_its_metric() =>
        Expect(Outcome.Passed, Server.Ready().OnBuiltIn(32).SetIn(CimStore.Active, NetIPInterfaceClass.InterfaceMetric, 1, Server.On(NetIPInterfaceClass.Class, Server.BuiltIn)));

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
