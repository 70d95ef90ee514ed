using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DsrReadiness.Inventory;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of the firewall rules that this module made.</summary>
public sealed class FirewallRuleNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, ServerWords.Snapshots(commandName, fakeBoundParameters).SelectMany(Rules).Distinct());

    internal static IEnumerable<Word> Rules(Snapshot snapshot) => FirewallRuleInventory.Of(snapshot).TryGet(out IReadOnlyList<FirewallRuleEntry>? entries, out _)
        ? entries.Select(each => new Word(each.Id, each.Id, each.DisplayName + " on " + snapshot.ComputerName))
        : [];
}
