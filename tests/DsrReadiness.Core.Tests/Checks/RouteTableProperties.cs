using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Numerics;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Tests.Servers;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks;

/// <summary>The route table against a slow one that works on addresses written as bits.</summary>
public sealed class RouteTableProperties
{
    private static readonly string[] s_bases = ["10.0.0.0", "2001:db8::"];

    /// <summary>Few addresses, many prefixes and small metrics, so that routes nest, meet and tie.</summary>
    private static readonly Gen<Table> s_tables =
        from family in Gen.Elements(0, 1)
        from routes in Entries(family).ListOf()
        from asked in Entries(family)
        from host in Gen.Choose(0, 255)
        select new Table(routes.ToArray(), asked.Bits, Bits(AddressOf(family, host)));

    [Fact]
    public void Winners_toward_a_host_and_a_range_are_those_of_the_slow_table() => Prop.ForAll(s_tables.ToArbitrary(), table =>
        Winners(table, table.Host).SequenceEqual(table.Winners(table.Host))
        && Winners(table, table.Range).SequenceEqual(table.Winners(table.Range))).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_of_a_range_are_all_of_it_in_order_and_once() => Prop.ForAll(s_tables.ToArbitrary(), table =>
    {
        (BigInteger First, BigInteger End)[] spans = Parts(table).Select(part => SpanOf(part.Bits, table.Host.Length)).ToArray();
        (BigInteger first, BigInteger end) = SpanOf(table.Range, table.Host.Length);
        return spans[0].First == first && spans[^1].End == end && spans.Zip(spans.Skip(1)).All(pair => pair.First.End == pair.Second.First);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_host_of_a_part_is_routed_as_the_part_says() => Prop.ForAll(s_tables.ToArbitrary(), table => Parts(table).All(part =>
        new[] { part.Bits.PadRight(table.Host.Length, '0'), part.Bits.PadRight(table.Host.Length, '1'), table.Host }
            .Where(host => host.StartsWith(part.Bits, StringComparison.Ordinal))
            .All(host => table.Winners(host).SequenceEqual(part.Winners)))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_tables_tried_nest_meet_and_tie()
    {
        Table[] tables = s_tables.Sample(200).ToArray();
        Assert.Contains(tables, table => table.Winners(table.Host).Length > 1);
        Assert.Contains(tables, table => table.Winners(table.Host).Length == 0);
        Assert.Contains(tables, table => Parts(table).Length > 2);
    }

    private static Gen<Entry> Entries(int family) =>
        from host in Gen.Choose(0, 255)
        from length in Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Choose(24, 32)))
        from index in Gen.Choose(1, 3)
        from metric in Gen.Choose(0, 3)
        select new Entry(Bits(AddressOf(family, host))[..(length == 0 ? 0 : length + (family * 96))], index, metric);

    private static string AddressOf(int family, int host) => s_bases[family].TrimEnd('0') + host.ToString(family == 0 ? "D" : "x", CultureInfo.InvariantCulture);

    private static string Bits(string address) => string.Concat(IPAddress.Parse(address).GetAddressBytes().Select(each => each.ToString("b8")));

    private static (BigInteger First, BigInteger End) SpanOf(string bits, int width)
    {
        BigInteger first = bits.PadRight(width, '0').Aggregate(BigInteger.Zero, (sum, bit) => (sum * 2) + (bit - '0'));
        return (first, first + BigInteger.Pow(2, width - bits.Length));
    }

    private static IPPrefix PrefixOf(string bits, int width)
    {
        string full = bits.PadRight(width, '0');
        byte[] bytes = Enumerable.Range(0, width / 8).Select(i => Convert.ToByte(full.Substring(8 * i, 8), 2)).ToArray();
        return new IPPrefix(new IPAddress(bytes), bits.Length);
    }

    private static RouteTable Build(Table table)
    {
        Server server = Server.Empty().Collected(NetRouteClass.Class, CimStore.Active);
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
        {
            for (uint index = 1; index <= 3; index++)
                ReadyServer.AddInterface(server, index, "Ethernet " + index, family, metric: (int)index);
        }

        for (int i = 0; i < table.Entries.Length; i++)
        {
            // The route's place in the table is told by its interface alias.
            string destination = PrefixOf(table.Entries[i].Bits, table.Host.Length).ToString();
            server.AddRoute((uint)table.Entries[i].Index, i.ToString(CultureInfo.InvariantCulture), destination, "192.0.2.1", table.Entries[i].Metric);
        }

        return new RouteTable(server.Build());
    }

    private static int[] Places(IEnumerable<Route> routes) =>
        routes.Select(route => int.Parse(route.InterfaceAlias.Value, CultureInfo.InvariantCulture)).ToArray();

    private static int[] Winners(Table table, string bits)
    {
        Assert.True(Build(table).Winners(PrefixOf(bits, table.Host.Length)).TryGet(out IReadOnlyList<Route>? winners, out _));
        return Places(winners);
    }

    private static (string Bits, int[] Winners)[] Parts(Table table)
    {
        Assert.True(Build(table).Parts(PrefixOf(table.Range, table.Host.Length)).TryGet(out IReadOnlyList<RoutedPart>? parts, out _));
        return parts.Select(part => (Bits(part.Destinations.Network.ToString())[..part.Destinations.Length], Places(part.Winners))).ToArray();
    }

    private sealed record Entry(string Bits, int Index, int Metric);

    private sealed record Table(Entry[] Entries, string Range, string Host)
    {
        public int[] Winners(string bits) => Enumerable.Range(0, Entries.Length)
            .Where(i => bits.StartsWith(Entries[i].Bits, StringComparison.Ordinal))
            .GroupBy(i => (-Entries[i].Bits.Length, Entries[i].Metric + Entries[i].Index))
            .OrderBy(group => group.Key)
            .FirstOrDefault()?.ToArray() ?? [];

        public override string ToString() => $"{string.Join(", ", Entries.Select(each => each.ToString()))}; range '{Range}', host {Host}";
    }
}
