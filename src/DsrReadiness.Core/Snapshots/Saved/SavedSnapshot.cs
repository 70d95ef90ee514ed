using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>Puts files of what cmdlets gave on one server together into its snapshot.</summary>
internal static class SavedSnapshot
{
    /// <summary>How the snapshot says who took it.</summary>
    public const string Collector = "cmdlets";

    private static readonly (CimClass Class, CimProperty<uint> Index, CimProperty<string> Alias)[] s_named =
    [
        (NetAdapterClass.Class, NetAdapterClass.InterfaceIndex, NetAdapterClass.Name),
        (NetIPInterfaceClass.Class, NetIPInterfaceClass.InterfaceIndex, NetIPInterfaceClass.InterfaceAlias),
        (NetIPAddressClass.Class, NetIPAddressClass.InterfaceIndex, NetIPAddressClass.InterfaceAlias),
        (NetRouteClass.Class, NetRouteClass.InterfaceIndex, NetRouteClass.InterfaceAlias),
        (NetConnectionProfileClass.Class, NetConnectionProfileClass.InterfaceIndex, NetConnectionProfileClass.InterfaceAlias),
        (DnsClientClass.Class, DnsClientClass.InterfaceIndex, DnsClientClass.InterfaceAlias),
    ];

    /// <summary>What every server has in the active store: where it is missing, the rows were filtered.</summary>
    private static readonly (CimClass Class, string What, Func<CimRow, bool> Is)[] s_everywhere =
    [
        (NetIPInterfaceClass.Class, "the built-in loopback of IPv4", row => IsLoopback(row, IPFamily.IPv4)),
        (NetIPInterfaceClass.Class, "the built-in loopback of IPv6", row => IsLoopback(row, IPFamily.IPv6)),
        (NetIPAddressClass.Class, "127.0.0.1", row => row.Get(NetIPAddressClass.IPAddress).Is(IPAddress.Loopback)),
        (NetIPAddressClass.Class, "::1", row => row.Get(NetIPAddressClass.IPAddress).Is(IPAddress.IPv6Loopback)),
        (NetRouteClass.Class, "a route to 127.0.0.0/8", row => row.Get(NetRouteClass.DestinationPrefix).Is("127.0.0.0/8")),
        (NetRouteClass.Class, "a route of IPv6", row => row.Get(NetRouteClass.AddressFamily).Is(IPFamily.IPv6)),
    ];

    /// <summary>Makes the snapshot, which is as old as its oldest file.</summary>
    /// <exception cref="SnapshotFormatException">The files do not fit together, or do not hold all of a class.</exception>
    public static Snapshot Of(IReadOnlyList<SavedFile> files)
    {
        var readings = new Dictionary<(CimClass Class, CimStore Store), (SavedFile File, CimReading Reading)>();
        foreach (SavedFile file in files)
        {
            foreach (((CimClass @class, CimStore store) id, List<CimRow> rows) in file.Readings.Rows.Select(pair => (pair.Key, pair.Value)))
            {
                var reading = CimReading.Of(id.@class, id.store, rows);
                if (readings.TryGetValue(id, out (SavedFile File, CimReading Reading) earlier))
                    throw new SnapshotFormatException(file.Name, $"{Reading<object>.NameOf(reading)} is in {earlier.File.Name} as well; give the newer file alone");
                if (Contradiction.In(reading) is { } twice)
                    throw new SnapshotFormatException(file.Name, $"found two objects of {id.@class} for {twice} that differ; save them again: {SavedCommand.Of(id.@class)}");
                CheckWhole(file, id.@class, id.store, rows);
                readings.Add(id, (file, reading));
            }
        }

        CheckAliases(files);
        return new Snapshot(ServerOf(files), files.Min(file => file.WrittenAt), Collector, readings.Values.Select(each => each.Reading));
    }

    private static void CheckWhole(SavedFile file, CimClass @class, CimStore store, List<CimRow> rows)
    {
        foreach ((CimClass of, string what, Func<CimRow, bool> isIt) in s_everywhere)
        {
            if (of == @class && store == CimStore.Active && !rows.Any(isIt))
                throw new SnapshotFormatException(file.Name, $"found {rows.Count} object(s) of {@class} without {what}, which every server has; save them without a filter: {SavedCommand.Of(@class)}");
        }
    }

    private static bool IsLoopback(CimRow row, IPFamily family) => row.Get(NetIPInterfaceClass.InterfaceIndex).Is(1) && row.Get(NetIPInterfaceClass.AddressFamily).Is(family);

    /// <summary>An index means another interface after a restart.</summary>
    private static void CheckAliases(IReadOnlyList<SavedFile> files)
    {
        var known = new Dictionary<uint, (SavedFile File, string Alias)>();
        foreach (SavedFile file in files)
        {
            foreach ((CimClass @class, CimProperty<uint> index, CimProperty<string> alias) in s_named)
            {
                foreach (CimRow row in file.Readings.Rows.Where(pair => pair.Key.Class == @class && pair.Key.Store != CimStore.Persistent).SelectMany(pair => pair.Value))
                {
                    if (!row.Get(index).TryGet(out uint number) || !row.Get(alias).TryGet(out string name) || name.Length == 0)
                        continue;
                    if (!known.TryGetValue(number, out (SavedFile File, string Alias) other))
                        known.Add(number, (file, name));
                    else if (other.File != file && !string.Equals(other.Alias, name, StringComparison.OrdinalIgnoreCase))
                        throw new SnapshotFormatException(file.Name, $"interface {number} is {SavedReadings.Shown(name)}, and {SavedReadings.Shown(other.Alias)} in {other.File.Name}: they are not of one server and one start; save both again");
                }
            }
        }
    }

    private static string ServerOf(IReadOnlyList<SavedFile> files)
    {
        (SavedFile File, string Name)? known = null;
        foreach (SavedFile file in files)
        {
            foreach (string name in NamesIn(file))
            {
                if (known is not { } first)
                    known = (file, name);
                else if (!string.Equals(ShortOf(first.Name), ShortOf(name), StringComparison.OrdinalIgnoreCase))
                    throw new SnapshotFormatException(file.Name, $"found objects of {SavedReadings.Shown(name)}, and of {SavedReadings.Shown(first.Name)}{(first.File == file ? string.Empty : " in " + first.File.Name)}; give the files of one server at a time");
            }
        }

        return known?.Name ?? throw new SnapshotFormatException(files[0].Name, $"found no name of the server; give a file that has it as well: {SavedCommand.Of(ComputerSystemClass.Class)}");
    }

    /// <summary>What the server calls itself counts first. An address by which somebody reached it is not its name.</summary>
    private static IEnumerable<string> NamesIn(SavedFile file) => file.Readings.Rows
        .Where(pair => pair.Key.Class == ComputerSystemClass.Class).SelectMany(pair => pair.Value)
        .Select(row => row.Get(ComputerSystemClass.Name).Or(string.Empty))
        .Concat(file.Readings.Servers)
        .Where(name => name.Length > 0 && name != "." && !string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase) && !AddressText.TryParse(name, out _));

    private static string ShortOf(string name) => name.Split('.')[0];
}
