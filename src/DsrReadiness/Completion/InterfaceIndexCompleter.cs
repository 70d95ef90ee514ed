using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the indexes of interfaces that can be the traffic interface.</summary>
public sealed class InterfaceIndexCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, ServerWords.Snapshots(commandName, fakeBoundParameters).SelectMany(Indexes).Distinct());

    internal static IEnumerable<Word> Indexes(Snapshot snapshot) => new Topology(snapshot).All().TryGet(out IReadOnlyList<HostInterface>? all, out _)
        ? all.Where(each => !each.IsLoopback).Select(each =>
        {
            string index = each.Index.ToString(CultureInfo.InvariantCulture);
            return new Word(index, index + " " + each.Alias, each.Alias + " of " + snapshot.ComputerName);
        })
        : [];
}
