using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Inventory;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of the firewall rules that this module made.</summary>
public sealed class FirewallRuleNameCompleter : SnapshotCompleter
{
    internal override IEnumerable<Word> Of(Snapshot snapshot) => FirewallRuleInventory.Of(snapshot).TryGet(out IReadOnlyList<FirewallRuleEntry>? entries, out _)
        ? entries.Select(each => new Word(each.Id, each.Id, each.DisplayName + " on " + snapshot.ComputerName))
        : [];
}
