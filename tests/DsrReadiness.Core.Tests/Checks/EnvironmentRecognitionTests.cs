using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Checks;

public sealed class EnvironmentRecognitionTests
{
    [Theory]
    [InlineData("GCEAgent", DsrEnvironment.GcpAgent)]
    [InlineData("gceagent", DsrEnvironment.GcpAgent)]
    [InlineData("GCEAgentManager", DsrEnvironment.GcpAgent)]
    [InlineData("WindowsAzureGuestAgent", DsrEnvironment.Azure)]
    [InlineData("ClusSvc", DsrEnvironment.OnPremises)]
    [InlineData("GCEAgentX", DsrEnvironment.OnPremises)]
    public void A_running_agent_tells_and_a_running_cluster_service_does_not(string name, DsrEnvironment expected) =>
        Assert.Equal(expected, Recognise(Server.Ready().OfGoogle(name)));

    [Theory]
    [InlineData("Stopped")]
    [InlineData("Paused")]
    [InlineData(null)]
    public void An_agent_that_does_not_run_tells_nothing(string? state)
    {
        Server server = Server.Ready().OfGoogle();
        Assert.Equal(DsrEnvironment.GcpAgent, Recognise(server));
        Assert.Equal(DsrEnvironment.OnPremises, Recognise(server.Set(ServiceClass.State, state)));
    }

    [Theory]
    [InlineData(DsrEnvironment.OnPremises)]
    [InlineData(DsrEnvironment.Azure)]
    [InlineData(DsrEnvironment.Cluster)]
    public void What_was_given_beats_what_is_recognised(DsrEnvironment given) => Assert.Equal(
        given, EnvironmentRecognition.Recognise(Server.Ready().OfGoogle().Build(), Server.Service().Environment(given)));

    [Theory]
    [InlineData("google", DsrEnvironment.GcpAgent)]
    [InlineData("VMware, Inc.", DsrEnvironment.OnPremises)]
    [InlineData("Google Inc", DsrEnvironment.OnPremises)]
    [InlineData("", DsrEnvironment.OnPremises)]
    [InlineData(null, DsrEnvironment.OnPremises)]
    public void Googles_agent_tells_on_a_computer_of_Googles_alone(string? manufacturer, DsrEnvironment expected) =>
        Assert.Equal(expected, Recognise(Server.Ready().OfGoogle().Set(ComputerSystemClass.Manufacturer, manufacturer)));

    [Fact]
    public void A_server_whose_services_could_not_be_read_is_taken_to_be_on_premises()
    {
        Server server = Server.Ready().OfGoogle();
        Assert.Equal(DsrEnvironment.OnPremises, Recognise(server.Fail(ServiceClass.Class, CimStore.None, FailureKind.AccessDenied)));
        Assert.Equal(DsrEnvironment.OnPremises, Recognise(Server.Ready().NotCollected(ServiceClass.Class)));
    }

    private static DsrEnvironment Recognise(Server server) => EnvironmentRecognition.Recognise(server.Build(), Server.Service().Build());
}
