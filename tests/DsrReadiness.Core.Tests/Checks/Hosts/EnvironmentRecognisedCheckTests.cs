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
    [InlineData("GCEAgent", "GcpAgent", ", and the manufacturer is Google")]
    [InlineData("GCEAgentManager", "GcpAgent", ", and the manufacturer is Google")]
    [InlineData("WindowsAzureGuestAgent", "Azure", "")]
    public void Reports_the_service_that_it_was_recognised_by(string service, string environment, string maker)
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().OfGoogle(service));
        Assert.Equal((Severity.Information, environment, environment), (result.Severity, result.Subject, result.Actual));
        Assert.Equal($"The environment is {environment}: the service {service} runs{maker}.", result.Reason);
        Assert.Equal("OnPremises", Expect(Outcome.Passed, Server.Ready().OfGoogle(service, "Stopped")).Actual);
    }

    [Fact]
    public void Says_that_an_agent_of_googles_runs_on_another_makers_computer()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready().AddService("GCEAgent", "Running"));
        Assert.Equal("The environment is OnPremises: the service GCEAgent runs, but the manufacturer is Microsoft Corporation.", result.Reason);
    }

    [Fact]
    public void Is_unknown_when_an_agent_of_googles_runs_and_who_made_the_computer_was_not_read()
    {
        Expect(Outcome.Unknown, Server.Ready().OfGoogle().Without(ComputerSystemClass.Manufacturer));
        Expect(Outcome.Unknown, Server.Ready().OfGoogle().Fail(ComputerSystemClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Passed, Server.Ready().OfGoogle().Without(ComputerSystemClass.Manufacturer), Server.Service().Environment(DsrEnvironment.GcpAgent));
        Expect(Outcome.Passed, Server.Ready().Without(ComputerSystemClass.Manufacturer));
    }

    [Fact]
    public void Is_unknown_when_the_services_could_not_be_read_and_none_was_given()
    {
        Server server = Server.Ready().Fail(ServiceClass.Class, CimStore.None, FailureKind.AccessDenied);
        Assert.Equal("OnPremises", Expect(Outcome.Unknown, server).Subject);
        Expect(Outcome.Passed, server, Server.Service().Environment(DsrEnvironment.OnPremises));
    }
}
