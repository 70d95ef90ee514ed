using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of interfaces that can be the traffic interface.</summary>
public sealed class InterfaceAliasCompleter : SnapshotCompleter
{
    internal override IEnumerable<Word> Of(Snapshot snapshot) => new Topology(snapshot).All().TryGet(out IReadOnlyList<HostInterface>? all, out _)
        ? all.Where(each => !each.IsLoopback).Select(each => new Word(
            each.Alias, each.Alias, string.Format(CultureInfo.InvariantCulture, "Interface {0} of {1}", each.Index, snapshot.ComputerName)))
        : [];
}
