using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of interfaces that can be the traffic interface.</summary>
public sealed class InterfaceAliasCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, ServerWords.Snapshots(commandName, fakeBoundParameters).SelectMany(Aliases).Distinct());

    internal static IEnumerable<Word> Aliases(Snapshot snapshot) => new Topology(snapshot).All().TryGet(out IReadOnlyList<HostInterface>? all, out _)
        ? all.Where(each => !each.IsLoopback).Select(each => new Word(
            each.Alias, each.Alias, string.Format(CultureInfo.InvariantCulture, "Interface {0} of {1}", each.Index, snapshot.ComputerName)))
        : [];
}
