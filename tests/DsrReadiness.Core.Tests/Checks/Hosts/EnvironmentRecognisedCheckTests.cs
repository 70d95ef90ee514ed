using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class EnvironmentRecognisedCheckTests() : CheckTest(new EnvironmentRecognisedCheck())
{
    [Fact]
    public void Reports_the_environment_that_was_given() => Assert.Equal(
        "The environment is Cluster: it was given.", Expect(Outcome.Passed, Server.Ready(), Server.Service().Environment(DsrEnvironment.Cluster)).Reason);

    [Theory]
    [InlineData("GCEAgent", "GcpAgent")]
    [InlineData("GCEAgentManager", "GcpAgent")]
    [InlineData("WindowsAzureGuestAgent", "Azure")]
    public void Reports_the_service_that_it_was_recognised_by(string service, string environment)
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().AddService(service, "Running"));
        Assert.Equal((Severity.Information, environment, environment), (result.Severity, result.Subject, result.Actual));
        Assert.Equal($"The environment is {environment}: the service {service} runs.", result.Reason);
        Assert.Equal("OnPremises", Expect(Outcome.Passed, Server.Ready().AddService(service, "Stopped")).Actual);
    }

    [Fact]
    public void Is_unknown_when_the_services_could_not_be_read_and_none_was_given()
    {
        Server server = Server.Ready().Fail(ServiceClass.Class, CimStore.None, FailureKind.AccessDenied);
        Assert.Equal("OnPremises", Expect(Outcome.Unknown, server).Subject);
        Expect(Outcome.Passed, server, Server.Service().Environment(DsrEnvironment.OnPremises));
    }
}
