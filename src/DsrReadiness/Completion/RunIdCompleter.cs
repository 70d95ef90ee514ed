using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;

namespace DsrReadiness.Completion;

/// <summary>Completes the ids of runs that can be undone, the newest first.</summary>
public sealed class RunIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, ServerWords.Servers(commandName, fakeBoundParameters).Where(server => server.Kind == DsrServerKind.Lab).SelectMany(Runs).Distinct());

    internal static IEnumerable<Word> Runs(DsrServer server)
    {
        try
        {
            using ServerChanges changes = server.Access.OpenAsync(default).GetAwaiter().GetResult();
            return JournalReader.ReadAll(changes.Journals, changes.Ports.Reader.ComputerName, unusable: _ => { }).Reverse()
                .Where(run => run.Status != RunStatus.Undone)
                .Select(run => new Word(run.Id, run.Id, $"{run.Status} on {server.Name}, {run.Steps.Count} changes"))
                .ToArray();
        }
        catch (System.Exception e) when (e is FailureException or JournalStoreException)
        {
            return [];
        }
    }
}
