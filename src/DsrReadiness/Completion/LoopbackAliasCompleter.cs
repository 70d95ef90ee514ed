using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DsrReadiness.Inventory;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of loopbacks.</summary>
public sealed class LoopbackAliasCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, ServerWords.Snapshots(commandName, fakeBoundParameters).SelectMany(Aliases).Distinct());

    internal static IEnumerable<Word> Aliases(Snapshot snapshot) => LoopbackInventory.Of(snapshot).TryGet(out IReadOnlyList<LoopbackEntry>? entries, out _)
        ? entries.Select(each => new Word(each.Interface.Alias, each.Interface.Alias, "A loopback of " + snapshot.ComputerName))
        : [];
}
