using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DsrReadiness.Inventory;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of all interfaces that IP runs on.</summary>
public sealed class AnyInterfaceAliasCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, ServerWords.Snapshots(commandName, fakeBoundParameters).SelectMany(Aliases).Distinct());

    internal static IEnumerable<Word> Aliases(Snapshot snapshot) => HostModelInventory.Of(snapshot).TryGet(out IReadOnlyList<HostModelEntry>? entries, out _)
        ? entries.Select(each => each.Interface).Distinct().Select(each => new Word(
            each.Alias, each.Alias, string.Format(CultureInfo.InvariantCulture, "Interface {0} of {1}", each.Index, snapshot.ComputerName)))
        : [];
}
