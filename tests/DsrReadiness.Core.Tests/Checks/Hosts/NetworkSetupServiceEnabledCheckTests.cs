using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class NetworkSetupServiceEnabledCheckTests() : CheckTest(new NetworkSetupServiceEnabledCheck())
{
    private static readonly (CimProperty, object) s_service = (ServiceClass.Name, "NetSetupSvc");

    [Theory]
    [InlineData("Manual")]
    [InlineData("Auto")]
    public void Passes_when_the_service_may_start(string mode) => Expect(Outcome.Passed, With(mode));

    [Fact]
    public void Warns_when_it_is_disabled()
    {
        CheckResult result = Expect(Outcome.Failed, With("Disabled"));
        Assert.Equal((Severity.Warning, "NetSetupSvc", "Disabled"), (result.Severity, result.Subject, result.Actual));
        Assert.Equal("Set-Service -Name NetSetupSvc -StartupType Manual", result.Command);
    }

    [Fact]
    public void Does_not_apply_where_windows_has_no_such_service() =>
        Expect(Outcome.NotApplicable, Server.Ready().Remove(ServiceClass.Class, s_service));

    [Fact]
    public void Is_unknown_when_the_mode_or_the_services_could_not_be_read()
    {
        Expect(Outcome.Unknown, With(null));
        Expect(Outcome.Unknown, Server.Ready().Fail(ServiceClass.Class, CimStore.None, FailureKind.AccessDenied));
    }

    private static Server With(object? mode) => Server.Ready().Set(ServiceClass.StartMode, mode, s_service);
}
