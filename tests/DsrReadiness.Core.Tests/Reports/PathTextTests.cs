using System;
using System.IO;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Reports;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Tests.Reports;

public sealed class PathTextTests
{
    [Fact]
    public void A_packet_that_is_answered_reaches_its_client_at_the_end_of_the_line()
    {
        string text = Show(Server.Ready(), origin: "web01.json, collected today");
        Assert.StartsWith("ANSWERED  SRV19A: tcp/443 to 192.168.11.50 from 203.0.113.77\n          web01.json, collected today\n", text, StringComparison.Ordinal);
        Assert.Contains("\nv  203.0.113.77 gets its answer.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("web01.json", Show(Server.Ready()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_ends_where_the_packet_dies()
    {
        string text = Show(Server.Ready().Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet)));
        Assert.StartsWith("DROPPED  ", text, StringComparison.Ordinal);
        Assert.Contains("\nX  Receive ", text, StringComparison.Ordinal);
        Assert.Contains("\n   The packet ends here.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n|  Firewall", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_told_is_marked_and_the_end_says_so()
    {
        string text = Show(Server.Ready().SetIn(CimStore.Active, NetIPInterfaceClass.WeakHostSend, null, Server.On(NetIPInterfaceClass.Class, Server.Loopback)));
        Assert.StartsWith("UNDETERMINED  ", text, StringComparison.Ordinal);
        Assert.Contains("\n?  Send ", text, StringComparison.Ordinal);
        Assert.Contains("By which interfaces the reply may leave cannot be told.", text, StringComparison.Ordinal);
        Assert.Contains("\n?  Whether the client gets an answer cannot be told.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_VIP_that_is_answered_for_leaks_although_the_packet_is_answered()
    {
        string text = Show(Server.Ready().Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, (NetIPAddressClass.IPAddress, Server.Vip)));
        Assert.StartsWith("LEAKS  ", text, StringComparison.Ordinal);
        Assert.Contains("\nWho answers for the VIP:\n!  ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_without_a_port_is_followed_as_a_packet()
    {
        PathTrace trace = Assert.Single(PathTracer.Trace(Server.Ready().Build(), Server.Service().Ports()));
        Assert.Equal("SRV19A: a packet to 192.168.11.50 from 203.0.113.77", PathText.Subject(trace));
    }

    private static string Show(Server server, string? origin = null)
    {
        var writer = new StringWriter { NewLine = "\n" };
        new PathText(80, TextStyle.Plain).Write(writer, PathTracer.Trace(server.Build(), Server.Service()).Single(), origin);
        return writer.ToString();
    }
}
