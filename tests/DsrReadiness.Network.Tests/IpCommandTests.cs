using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using DsrReadiness.Connections;
using DsrReadiness.Network.Linux;
using DsrReadiness.Network.Sockets;

namespace DsrReadiness.Network.Tests;

public sealed class IpCommandTests
{
    private static readonly RouteLease s_lease = new(IPAddress.Parse("192.0.2.10"), IPAddress.Parse("192.0.2.11"), "eth0", 2);
    private static readonly RouteLease s_lease6 = new(IPAddress.Parse("2001:db8::10"), IPAddress.Parse("2001:db8::11"), "eth0", 2);

    [Fact]
    public void A_lease_is_a_route_in_the_table_of_the_process_and_a_rule_for_marked_packets_to_the_vip() => Assert.Equal(
        [
            "route add 192.0.2.10/32 via 192.0.2.11 dev eth0 table 1140850695 protocol 213",
            "rule add to 192.0.2.10/32 fwmark 1140850688 lookup 1140850695 priority 90 protocol 213",
        ],
        IpCommand.Lease(s_lease, IpCommand.TableOf(7)));

    [Fact]
    public void Giving_back_takes_away_what_was_made_and_the_rule_first() => Assert.Equal(
        [
            "rule delete to 2001:db8::10/128 fwmark 1140850688 lookup 1140850695 priority 90 protocol 213",
            "route delete 2001:db8::10/128 table 1140850695 protocol 213",
        ],
        IpCommand.GiveBack(s_lease6.VirtualIPAddress, IpCommand.TableOf(7)));

    [Fact]
    public void Questions_name_the_family()
    {
        Assert.Equal(["-6", "-j", "route", "get", "2001:db8::10", "mark", "1140850688"], IpCommand.WayTo(s_lease6.VirtualIPAddress));
        Assert.Equal(["-4", "-j", "route", "show", "table", "all", "exact", "192.0.2.10/32"], IpCommand.RoutesTo(s_lease.VirtualIPAddress));
        Assert.Equal(["-4", "-j", "neighbor", "show", "to", "192.0.2.11", "dev", "eth0"], IpCommand.Neighbor(s_lease.Server, "eth0"));
        Assert.Equal(["-4", "neighbor", "delete", "192.0.2.11", "dev", "eth0"], IpCommand.Forget(s_lease.Server, "eth0"));
        Assert.Equal(["-4", "-j", "rule", "show"], IpCommand.Rules(isIPv6: false));
        Assert.Equal(["-6", "-force", "-batch", "-"], IpCommand.Batch(isIPv6: true));
    }

    [Theory]
    [InlineData(1140850689u, 1)]
    [InlineData(1140850688u + 4194304, 4194304)]
    [InlineData(1140850688u, null)]
    [InlineData(1140850688u + 4194305, null)]
    [InlineData(254u, null)]
    [InlineData(0u, null)]
    public void A_table_of_ours_names_its_process(uint table, int? process) => Assert.Equal(process, IpCommand.ProcessOf(table));

    [Theory]
    [InlineData("eth0", "eth0")]
    [InlineData("", "\"\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a\"b\\", "\"a\\\"b\\\\\"")]
    public void Arguments_are_quoted_where_they_must_be(string argument, string quoted) => Assert.Equal(quoted, IpTool.Quoted(argument));

    [Theory]
    [InlineData(SocketError.ConnectionRefused, "Refused")]
    [InlineData(SocketError.ConnectionReset, "Refused")]
    [InlineData(SocketError.TimedOut, "Silent")]
    [InlineData(SocketError.HostUnreachable, "Unreachable")]
    [InlineData(SocketError.NetworkUnreachable, "Unreachable")]
    [InlineData(SocketError.AccessDenied, "Failed")]
    [InlineData(SocketError.NoBufferSpaceAvailable, "Failed")]
    public void An_error_of_a_socket_has_a_meaning(SocketError error, string reply) => Assert.Equal(reply, ConnectionSockets.Meaning(new SocketException((int)error), default).Reply.ToString());

    [Theory]
    [InlineData(IPStatus.Success, "Answered")]
    [InlineData(IPStatus.TimedOut, "Silent")]
    [InlineData(IPStatus.TtlExpired, "Unreachable")]
    [InlineData(IPStatus.DestinationHostUnreachable, "Unreachable")]
    [InlineData(IPStatus.HardwareError, "Failed")]
    public void A_status_of_windows_ping_has_a_meaning(IPStatus status, string reply) => Assert.Equal(reply, EchoTalk.Meaning(status).ToString());
}
