using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>Puts what <c>netsh</c> shows in the place of the reading of the network classes: in a snapshot that lacks it, or in one of its own.</summary>
internal sealed class NetshSnapshot
{
    private readonly Dictionary<IPFamily, IReadOnlyList<NetshInterface>> _texts = [];

    /// <summary>Reads the text of one family.</summary>
    /// <exception cref="NetshTextException">It is not, for certain, that text, or not of the same start of the same server as the other family's.</exception>
    public void Read(Stream stream, string name, IPFamily family)
    {
        IReadOnlyList<NetshInterface> interfaces = NetshInterfaceReader.Read(stream, name, family);
        foreach ((IPFamily other, IReadOnlyList<NetshInterface> known) in _texts.Select(text => (text.Key, text.Value)))
        {
            foreach (NetshInterface each in interfaces)
            {
                if (known.FirstOrDefault(one => one.Index.Value == each.Index.Value) is { } same && !string.Equals(same.Luid.Value, each.Luid.Value, StringComparison.OrdinalIgnoreCase))
                    throw new NetshTextException(name, $"interface {each.Index.Value} is {each.Luid.Value}, and {same.Luid.Value} in the text of {other}: they are not of one server and one start", each.Index.Line);
            }

            // Reachable times are drawn by chance: the texts of two families are never the same.
            if (interfaces.SelectMany(Values).SequenceEqual(known.SelectMany(Values)))
                throw new NetshTextException(name, $"it is the same text as the one of {other}");
        }

        _texts.Add(family, interfaces);
    }

    /// <summary>The snapshot with the reading.</summary>
    /// <param name="snapshot">A snapshot.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="NetshTextException">It has that reading already.</exception>
    public Snapshot AddTo(Snapshot snapshot, string name) => snapshot.Read(NetIPInterfaceClass.Class, CimStore.Active).Failure is null
        ? throw new NetshTextException(name, "the snapshot has the reading of IP interfaces already, and a text takes no reading's place")
        : new Snapshot(snapshot.ComputerName, snapshot.CollectedAt, snapshot.Collector, snapshot.Readings.Append(Reading()));

    /// <summary>A snapshot with the reading alone.</summary>
    public Snapshot Make(string computerName, DateTimeOffset collectedAt) => new(computerName, collectedAt, "netsh", [Reading()]);

    private static IEnumerable<string> Values(NetshInterface of) => of.Block.Fields.Select(field => field.Value);

    private CimReading Reading() => CimReading.Of(
        NetIPInterfaceClass.Class, CimStore.Active, _texts.OrderBy(text => text.Key).SelectMany(text => text.Value.Select(each => each.ToRow(text.Key))).ToArray());
}
