using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Inventory;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of loopbacks.</summary>
public sealed class LoopbackAliasCompleter : SnapshotCompleter
{
    internal override IEnumerable<Word> Of(Snapshot snapshot) => LoopbackInventory.Of(snapshot).TryGet(out IReadOnlyList<LoopbackEntry>? entries, out _)
        ? entries.Select(each => new Word(each.Interface.Alias, each.Interface.Alias, "A loopback of " + snapshot.ComputerName))
        : [];
}
