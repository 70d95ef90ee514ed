using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class ListenerTableTests
{
    private static readonly string[] s_addresses = ["0.0.0.0", "::", "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2", "::ffff:192.0.2.1"];
    private static readonly string[] s_targets = ["192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2"];

    [Fact]
    public void Covers_exactly_what_a_look_at_every_row_finds()
    {
        Gen<(string, int, bool)> row = from address in Gen.Elements(s_addresses)
                                       from port in Gen.Choose(1, 4)
                                       from listens in Gen.Elements(true, false)
                                       select (address, port, listens);
        Prop.ForAll(row.ArrayOf().ToArbitrary(), rows =>
        {
            ListenerTable table = TableOf(rows);
            return s_targets.All(target => Enumerable.Range(1, 4).All(port =>
                rows.Any(each => each.Item3 && each.Item2 == port && Covers(IPAddress.Parse(each.Item1), IPAddress.Parse(target)))
                    == table.Covering(IPAddress.Parse(target), port) is not null));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Tells_every_address_that_a_port_is_bound_to_once()
    {
        ListenerTable table = TableOf([("192.0.2.1", 1, true), ("192.0.2.2", 1, true), ("192.0.2.1", 1, true), ("192.0.2.1", 2, true), ("::", 1, false)]);
        Assert.Equal(["192.0.2.1", "192.0.2.2"], table.On(1).Select(listener => listener.Address.ToString()));
        Assert.Empty(table.On(3));
    }

    private static bool Covers(IPAddress bound, IPAddress target)
    {
        bound = bound.IsIPv4MappedToIPv6 ? bound.MapToIPv4() : bound;
        return bound.Equals(target) || bound.Equals(IPAddress.IPv6Any)
            || (bound.Equals(IPAddress.Any) && target.AddressFamily == AddressFamily.InterNetwork);
    }

    private static ListenerTable TableOf(IEnumerable<(string Address, int Port, bool Listens)> rows)
    {
        CimRow[] cimRows = rows.Select(row => CimRow.From(NetTcpConnectionClass.Class, new Dictionary<string, object?>
        {
            ["LocalAddress"] = row.Address,
            ["LocalPort"] = (long)row.Port,
            ["State"] = row.Listens ? 2L : 5L,
        })).ToArray();
        var snapshot = new Snapshot(
            "WEB01", DateTimeOffset.UnixEpoch, "tests", [CimReading.Of(NetTcpConnectionClass.Class, CimStore.None, cimRows)]);
        Assert.True(ListenerTable.Of(snapshot, TransportProtocol.Tcp).TryGet(out ListenerTable? table, out Missing? _));
        return table;
    }
}
