using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the indexes of interfaces that can be the traffic interface.</summary>
public sealed class InterfaceIndexCompleter : SnapshotCompleter
{
    internal override IEnumerable<Word> Of(Snapshot snapshot) => new Topology(snapshot).All().TryGet(out IReadOnlyList<HostInterface>? all, out _)
        ? all.Where(each => !each.IsLoopback).Select(each =>
        {
            string index = each.Index.ToString(CultureInfo.InvariantCulture);
            return new Word(index, index + " " + each.Alias, each.Alias + " of " + snapshot.ComputerName);
        })
        : [];
}
