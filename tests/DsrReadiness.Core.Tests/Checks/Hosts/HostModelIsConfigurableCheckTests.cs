using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class HostModelIsConfigurableCheckTests() : CheckTest(new HostModelIsConfigurableCheck())
{
    [Theory]
    [InlineData("6.0.6001")]
    [InlineData("6.1.7601")]
    [InlineData("10.0.17763")]
    public void Passes_from_vista_and_server_2008_on_for_both_families(string version) =>
        Assert.Equal(version, Expect(Outcome.Passed, On(version), Server.Service().DualStack()).Actual);

    [Theory]
    [InlineData("5.0.2195")]
    [InlineData("5.1.2600")]
    [InlineData("5.2.3790")]
    public void Before_passes_for_ipv4_which_is_always_weak_and_fails_for_ipv6(string version)
    {
        CheckResult weak = Expect(Outcome.Passed, On(version));
        Assert.Equal(("IPv4", $"On Windows {version} IPv4 is always weak, on every interface, so there is nothing to set."), (weak.Subject, weak.Reason));
        CheckResult strong = Expect(Outcome.Failed, On(version), Server.Service().DualStack());
        Assert.Equal((Severity.Error, "IPv6", version), (strong.Severity, strong.Subject, strong.Actual));
        Assert.Equal(2, strong.Details.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("Windows Server 2003")]
    public void Is_unknown_when_the_version_is_none(string? version) =>
        Assert.Contains("version of Windows", Expect(Outcome.Unknown, On(version)).Reason);

    [Fact]
    public void Is_unknown_when_the_release_could_not_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(OperatingSystemClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().NotCollected(OperatingSystemClass.Class));
        Expect(Outcome.Unknown, Server.Ready().Remove(OperatingSystemClass.Class));
        Expect(Outcome.Unknown, Server.Ready().Without(OperatingSystemClass.Version));
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Does_not_apply_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment) =>
        Expect(Outcome.NotApplicable, On("5.2.3790"), Server.Service().DualStack().Environment(environment));

    private static Server On(string? version) => Server.Ready().Set(OperatingSystemClass.Version, version);
}
