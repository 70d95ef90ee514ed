using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Inventory;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of all interfaces that IP runs on.</summary>
public sealed class AnyInterfaceAliasCompleter : SnapshotCompleter
{
    internal override IEnumerable<Word> Of(Snapshot snapshot) => HostModelInventory.Of(snapshot).TryGet(out IReadOnlyList<HostModelEntry>? entries, out _)
        ? entries.Select(each => each.Interface).Distinct().Select(each => new Word(
            each.Alias, each.Alias, string.Format(CultureInfo.InvariantCulture, "Interface {0} of {1}", each.Index, snapshot.ComputerName)))
        : [];
}
