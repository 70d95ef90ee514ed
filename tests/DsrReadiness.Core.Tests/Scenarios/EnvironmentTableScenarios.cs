using System;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Checks;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Scenarios;

/// <summary>
/// Which checks apply where: a server as it is met in each environment, for a service of both families with everything that may be given beside its snapshot, so that what does not apply does
/// not for the environment's sake.
/// </summary>
public sealed class EnvironmentTableScenarios
{
    /// <summary>An x where the check applies; D05 is for servers with the role of DNS or of a domain controller, and N02 for those that ask for the VIP, which none of these does.</summary>
    private const string Table = """
        Check  OnPremises  Azure  GcpAgent  Cluster
        H01    x           x      x         x
        H02    x           x      x         x
        H03    x           -      -         x
        H04    x           -      -         -
        H05    x           x      x         x
        H06    x           x      x         x
        H07    x           x      x         -
        H08    x           x      -         -
        H09    x           x      x         x
        H10    x           x      x         x
        A01    x           x      -         -
        A02    x           -      -         -
        A03    x           -      -         -
        A04    x           x      -         -
        A05    x           -      -         -
        A06    x           -      -         -
        A07    x           -      -         -
        A08    x           x      -         -
        A09    x           -      -         -
        V01    x           x      x         x
        V02    x           x      x         x
        V03    x           x      -         -
        V04    x           x      x         x
        V05    x           x      -         -
        V06    x           x      x         x
        V07    x           x      -         -
        V08    x           x      -         -
        V09    x           x      -         -
        V10    x           x      -         -
        V11    x           x      -         -
        V12    x           x      x         x
        V13    x           x      x         x
        M01    x           x      -         -
        M02    x           x      -         -
        M03    x           x      -         -
        M04    x           x      -         -
        M05    x           x      -         -
        M06    x           x      -         -
        M07    x           x      -         -
        N01    x           x      -         -
        N02    -           -      -         -
        N03    x           x      -         -
        N04    x           x      -         -
        D01    x           -      -         -
        D02    x           x      x         x
        D03    x           x      x         x
        D04    x           x      x         x
        D05    -           -      -         -
        W01    x           x      x         x
        W02    x           -      -         -
        W03    x           -      -         -
        W04    x           x      x         x
        W05    x           x      x         x
        W06    x           x      x         x
        W07    x           x      x         x
        S01    x           x      x         x
        S02    x           x      x         x
        S03    x           x      x         x
        S04    x           x      x         x
        S05    x           x      x         x
        S06    x           x      x         x
        S07    -           -      -         -
        S08    x           x      x         x
        R01    x           x      x         x
        R02    x           x      x         x
        """;

    private static readonly IPFamily[] s_families = [IPFamily.IPv4, IPFamily.IPv6];

    private static readonly string[][] s_rows = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    [Fact]
    public void The_table_has_every_check_in_its_order() => Assert.Equal(Catalogue.All.Checks.Select(check => check.Info.Id), s_rows.Skip(1).Select(row => row[0]));

    [Theory]
    [InlineData(nameof(DsrEnvironment.OnPremises))]
    [InlineData(nameof(DsrEnvironment.Azure))]
    [InlineData(nameof(DsrEnvironment.GcpAgent))]
    [InlineData(nameof(DsrEnvironment.Cluster))]
    public void The_checks_that_apply_are_those_of_the_table_and_the_server_is_ready(string environment)
    {
        (Server server, ServiceBuilder service) = Environment(environment);
        ServerVerdict verdict = new CheckRunner(Catalogue.All).Run(server.Build(), service, Inputs(server, isLoopbackMade: environment == nameof(DsrEnvironment.OnPremises)));
        int column = Array.IndexOf(s_rows[0], environment);
        Assert.Equal(
            s_rows.Skip(1).Select(row => $"{row[0]} {row[column]}"),
            verdict.Results.Select(result => $"{result.Id} {(result.Outcome == Outcome.NotApplicable ? '-' : 'x')}"));
        Assert.True(verdict.Verdict == Verdict.Ready, string.Join("\n", verdict.Results.Where(each => each.Outcome is Outcome.Failed or Outcome.Unknown).Select(each => $"{each.Id}: {each.Reason}")));
    }

    /// <summary>The server, and what is asked of it: only a cluster has to be given.</summary>
    private static (Server Server, ServiceBuilder Service) Environment(string environment)
    {
        ServiceBuilder service = Server.Service().DualStack().Ports("tcp/443", "udp/53").Clients("203.0.113.0/24", "2001:db8:77::/64");
        (Server Server, ServiceBuilder Service) made = environment switch
        {
            nameof(DsrEnvironment.OnPremises) => (Ready(), service.Probe($"tcp/{Server.Vip}:443")),
            nameof(DsrEnvironment.Azure) => (
                WithVip6(Ready().OnBuiltIn(32), Server.BuiltIn, Shapes.BuiltInAlias).AddService("WindowsAzureGuestAgent", "Running"),
                service.Balancers("168.63.129.16").Probe($"tcp/{Server.Dip}:443").Environment(DsrEnvironment.Azure)),
            nameof(DsrEnvironment.GcpAgent) => (
                WithVip6(Ready().OnNic(), Server.Ethernet, "Ethernet").OfGoogle(),
                service.Balancers("35.191.0.1").Probe($"tcp/{Server.Vip}:443")),
            _ => (
                WithVip6(Ready().OnNic(), Server.Ethernet, "Ethernet").AddService("ClusSvc", "Running").Succeed(ClusterResourceClass.Class).Add(
                    ClusterResourceClass.Class,
                    CimStore.None,
                    (ClusterResourceClass.Name, "IP Address " + Server.Vip),
                    (ClusterResourceClass.Type, "IP Address"),
                    (ClusterResourceClass.State, 2)),
                service.Probe($"tcp/{Server.Vip}:443").Environment(DsrEnvironment.Cluster)),
        };
        ReadyServer.AddRule(made.Server, "Names", "UDP", "53", Server.Vip, Server.Vip6);
        ReadyServer.AddRule(made.Server, "Probe", "TCP", "443", Server.Dip);
        foreach (string vip in new[] { Server.Vip, Server.Vip6 })
            made.Server.Add(NetUdpEndpointClass.Class, CimStore.None, (NetUdpEndpointClass.LocalAddress, vip), (NetUdpEndpointClass.LocalPort, 53), (NetUdpEndpointClass.OwningProcess, 99));
        return made;
    }

    private static Server WithVip6(Server server, uint index, string alias)
    {
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
            server.AddAddress(store, index, alias, Server.Vip6, 128);
        foreach (IPFamily family in index == Server.BuiltIn ? s_families : [])
        {
            server.Add(
                NetIPInterfaceClass.Class,
                CimStore.Persistent,
                (NetIPInterfaceClass.InterfaceIndex, index),
                (NetIPInterfaceClass.AddressFamily, family),
                (NetIPInterfaceClass.WeakHostSend, Toggle.Enabled),
                (NetIPInterfaceClass.WeakHostReceive, Toggle.Enabled));
        }

        return server.AddRoute(index, alias, Server.Vip6 + "/128", "::");
    }

    /// <summary>The ready server with one more NIC, which has no part in the service.</summary>
    private static Server Ready() => Server.Ready().WithStorage();

    /// <summary>The server as it was when it was ready, two more like it, a computer that has heard who has the VIP, and the journal, which tells of a loopback's making where one was made.</summary>
    private static CheckInputs Inputs(Server server, bool isLoopbackMade)
    {
        Server witness = Server.Ready().Remove(NetIPAddressClass.Class, (NetIPAddressClass.IPAddress, Server.Vip)).AddNeighbor(Server.Vip, "00-00-5E-00-01-0A");
        return new CheckInputs(
            server.Build(),
            new Pool([server.Build("WEB02"), server.Build("WEB03")], [witness.Build("JUMP01")]),
            isLoopbackMade ? JournalOf.Reading((@"ROOT\NET\0000", JournalOf.ReadyGuid)) : JournalOf.Reading(),
            []);
    }
}
