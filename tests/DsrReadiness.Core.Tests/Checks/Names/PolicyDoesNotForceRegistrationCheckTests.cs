using DsrReadiness.Checks.Names;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Names;

public sealed class PolicyDoesNotForceRegistrationCheckTests() : CheckTest(new PolicyDoesNotForceRegistrationCheck())
{
    [Fact]
    public void Passes_without_a_policy() => Assert.Equal("absent", Expect(Outcome.Passed, Server.Ready()).Actual);

    [Fact]
    public void Passes_when_the_policy_switches_registration_off() => Assert.Equal("0", Expect(Outcome.Passed, With("0")).Actual);

    [Fact]
    public void Reports_that_the_policy_switches_registration_on()
    {
        CheckResult result = Expect(Outcome.Passed, With("1"));
        Assert.Equal((Severity.Information, "1"), (result.Severity, result.Actual));
        Assert.Contains("switches DNS registration on", result.Reason);
    }

    [Fact]
    public void Tells_of_the_suffix_without_failing_for_it()
    {
        Server server = Server.Ready().Registry(RegistryNames.RegisterAdapterName, RegistryType.Number, "1");
        Assert.Contains("connection's own suffix", Expect(Outcome.Passed, server).Reason);
        Assert.DoesNotContain("connection's own suffix", Expect(Outcome.Passed, Server.Ready()).Reason);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("yes")]
    public void Is_unknown_when_the_value_is_neither(string data) => Expect(Outcome.Unknown, With(data));

    [Fact]
    public void Is_unknown_when_nobody_asked_for_the_value_or_it_could_not_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().NotCollected(RegistryValueClass.Class));
        Expect(Outcome.Unknown, Server.Ready().Fail(RegistryValueClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Remove(RegistryValueClass.Class, (RegistryValueClass.Name, "RegistrationEnabled")));
        Expect(Outcome.Unknown, Server.Ready().Remove(RegistryValueClass.Class, (RegistryValueClass.Name, "RegisterAdapterName")));
        Expect(Outcome.Unknown, With("1").Set(RegistryValueClass.Data, null, (RegistryValueClass.Name, "RegistrationEnabled")));
        Expect(Outcome.Unknown, With("1").Without(RegistryValueClass.Type));
    }

    private static Server With(string data) => Server.Ready().Registry(RegistryNames.RegistrationEnabled, RegistryType.Number, data);
}
