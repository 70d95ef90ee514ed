using DsrReadiness.Checks.Neighbors;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Neighbors;

public sealed class DuplicateAddressDetectionCheckTests() : CheckTest(new DuplicateAddressDetectionCheck())
{
    [Theory]
    [InlineData(0, "new addresses are used at once")]
    [InlineData(3, "new addresses are probed for first")]
    public void Reports_the_number_of_probes(int probes, string meaning)
    {
        CheckResult result = Expect(Outcome.Passed, With(probes));
        Assert.Equal($"DadTransmits of Loopback (IPv4) is {probes}: {meaning}.", result.Reason);
        Assert.Equal((Severity.Information, "Loopback"), (result.Severity, result.Subject));
    }

    [Fact]
    public void Reports_both_families() => Assert.Equal(2, Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack()).Details.Count);

    [Fact]
    public void Is_unknown_when_the_number_is_null_or_the_class_could_not_be_read()
    {
        Expect(Outcome.Unknown, With(null));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.Failed));
    }

    [Fact]
    public void Does_not_apply_without_a_loopback() => Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback());

    private static Server With(object? probes) => Server.Ready().SetIn(
        CimStore.Active, NetIPInterfaceClass.DadTransmits, probes, Server.On(NetIPInterfaceClass.Class, Server.Loopback));
}
