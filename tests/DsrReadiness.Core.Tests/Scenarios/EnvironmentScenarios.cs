using System;
using System.Collections.Generic;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks.Firewalls;
using DsrReadiness.Tests.Checks.Listeners;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Scenarios;

/// <summary>Where an agent or a cluster keeps the VIP on the traffic interface.</summary>
public sealed class EnvironmentScenarios : ScenarioTest
{
    private static readonly string[] s_ofTheLayout = ["H08", "A01", "A02", "A03", "A08", "M01", "M02"];

    [Theory]
    [InlineData("GCEAgent")]
    [InlineData("GCEAgentManager")]
    public void With_a_running_gcp_agent_nothing_is_asked_of_a_loopback(string service)
    {
        Server server = Server.Ready().OnNic().OfGoogle(service);
        IReadOnlyDictionary<string, CheckResult> results = Judge(server, Server.Service().Balancers());
        Expect(Outcome.Passed, results, "H01", "H02");
        Expect(Outcome.NotApplicable, results, s_ofTheLayout);
        Assert.Contains("GcpAgent", results["A01"].Reason);
    }

    [Fact]
    public void With_a_stopped_gcp_agent_the_loopback_is_missed()
    {
        IReadOnlyDictionary<string, CheckResult> results = Judge(Server.Ready().OnNic().OfGoogle(state: "Stopped"));
        Expect(Outcome.Failed, results, "A01");
        Expect(Outcome.NotApplicable, results, "A02", "A03", "A08", "M02");
    }

    [Fact]
    public void A_cluster_has_to_be_given()
    {
        Server server = Server.Ready().OnNic().AddService("ClusSvc", "Running");
        Expect(Outcome.Failed, Judge(server), "A01");
        IReadOnlyDictionary<string, CheckResult> results = Judge(server, Server.Service().Environment(DsrEnvironment.Cluster));
        Expect(Outcome.Passed, results, "H01", "H02");
        Expect(Outcome.NotApplicable, results, s_ofTheLayout);
    }

    /// <summary>A rule for the platform's address alone is enough for its probe, on an Azure that was recognised as on one that was given.</summary>
    [Fact]
    public void On_azure_the_probe_comes_from_the_platform_without_a_word_of_anybodys()
    {
        Server server = Server.Ready();
        ReadyServer.AddRule(server, "Probe", "TCP", "444", Server.Dip);
        server.Change("Probe", NetAddressFilterClass.RemoteAddress, new object?[] { "168.63.129.16" }).Tcp(Server.Dip, 444, process: 4);
        DsrService service = Server.Service().Balancers().Probe($"tcp/{Server.Dip}:444");
        Expect(Outcome.Failed, Judge(server, service), "W01");
        server.AddService("WindowsAzureGuestAgent", "Running");
        Expect(Outcome.Passed, Judge(server, service), "W01");
        PathTrace probe = PathTracer.Trace(server.Build(), service)[^1];
        Assert.Equal(("168.63.129.16", PathOutcome.Answered), (probe.Packet.Client.ToString(), probe.Outcome));
    }

    /// <summary>Clients that are named have a route of their own, and the platform has none: nobody is sent here.</summary>
    [Theory]
    [InlineData("0.0.0.0/0", Outcome.Passed, PathOutcome.Answered)]
    [InlineData("203.0.113.0/24", Outcome.Failed, PathOutcome.Dropped)]
    [InlineData("168.63.129.0/24", Outcome.Passed, PathOutcome.Answered)]
    public void On_azure_the_answer_to_the_probe_requires_a_route_to_the_platform(string route, Outcome expected, PathOutcome path)
    {
        Server server = Server.Ready().AddService("WindowsAzureGuestAgent", "Running").Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        server.AddRoute(Server.Ethernet, "Ethernet", "203.0.113.0/24", Server.Gateway);
        if (route != "203.0.113.0/24")
            server.AddRoute(Server.Ethernet, "Ethernet", route, Server.Gateway);
        DsrService service = Server.Service().Balancers().Clients("203.0.113.0/24").Probe($"tcp/{Server.Vip}:443");
        CheckResult replies = Judge(server, service)["H01"];
        Assert.Equal((expected, path), (replies.Outcome, PathTracer.Trace(server.Build(), service)[^1].Outcome));
        if (expected == Outcome.Failed)
            Assert.Equal(($"tcp/{Server.Vip}:443", Severity.Error, true), (replies.Subject, replies.Severity, replies.Reason.Contains("168.63.129.16", StringComparison.Ordinal)));
    }

    /// <summary>The VIP's own loopback takes it by the route of a wide prefix.</summary>
    [Fact]
    public void On_azure_the_platform_is_somebody_whom_the_loopback_may_not_cover()
    {
        Server server = Server.Ready().AddRoute(Server.Loopback, "Loopback", "168.63.0.0/16", "0.0.0.0");
        DsrService service = Server.Service().Balancers().Probe($"tcp/{Server.Vip}:443");
        Expect(Outcome.Passed, Judge(server, service), "V10");
        server.AddService("WindowsAzureGuestAgent", "Running");
        Expect(Outcome.Failed, Judge(server, service), "V10");
        Assert.Equal(PathOutcome.Dropped, PathTracer.Trace(server.Build(), service)[^1].Outcome);
    }

    [Fact]
    public void A_given_environment_beats_the_agent()
    {
        Server server = Server.Ready().OfGoogle();
        Expect(Outcome.NotApplicable, Judge(server), s_ofTheLayout);
        ExpectPassedBut(Judge(server, Server.Service().Environment(DsrEnvironment.OnPremises)));
    }

    [Fact]
    public void On_windows_server_2003_ipv4_is_weak_and_ipv6_is_refused()
    {
        Server server = Server.Ready().Set(OperatingSystemClass.Version, "5.2.3790");
        IReadOnlyDictionary<string, CheckResult> results = Judge(server);
        Expect(Outcome.NotApplicable, results, "M01", "M02");
        ExpectPassedBut(results, "M01", "M02");
        Expect(Outcome.Failed, Judge(server, Server.Service().DualStack()), "H08");
    }
}
