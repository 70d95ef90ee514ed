using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class SharedMacAddressCheckTests() : CheckTest(new SharedMacAddressCheck())
{
    [Fact]
    public void Reports_that_no_two_adapters_share_one() => Assert.Equal("none", Expect(Outcome.Passed, Server.Ready()).Actual);

    [Fact]
    public void Reports_adapters_that_share_one()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().WithSecondLoopback());
        Assert.Equal((Severity.Information, "02004C4F4F50 (Loopback, Loopback 2)"), (result.Severity, result.Actual));
    }

    [Fact]
    public void Compares_digits_and_does_not_count_zeros()
    {
        (CimProperty, object) second = Server.On(NetAdapterClass.Class, Layouts.SecondLoopback);
        Server server = Server.Ready().WithSecondLoopback();
        Assert.StartsWith("02004C4F4F50", Expect(Outcome.Passed, server.Set(NetAdapterClass.PermanentAddress, "02-00-4c-4f-4f-50", second)).Actual);
        Assert.Equal("none", Expect(Outcome.Passed, server.Set(NetAdapterClass.PermanentAddress, "000000000000")).Actual);
        Assert.Equal("none", Expect(Outcome.Passed, server.Set(NetAdapterClass.PermanentAddress, null)).Actual);
    }

    [Fact]
    public void Is_unknown_when_an_address_was_not_collected_or_the_adapters_could_not_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().Without(NetAdapterClass.PermanentAddress));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Failed));
    }

    [Fact]
    public void Does_not_apply_to_the_built_in_loopback_and_where_an_agent_keeps_the_vip()
    {
        Expect(Outcome.NotApplicable, Server.Ready().OnBuiltIn(32));
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Environment(DsrEnvironment.GcpAgent));
    }
}
