using System.Collections;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Errors;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;

namespace DsrReadiness.Completion;

/// <summary>Completes the ids of runs that can be undone, the newest first.</summary>
public sealed class RunIdCompleter : WordCompleter
{
    private protected override IEnumerable<Word> Find(string command, IDictionary parameters) => ServerWords.Servers(command, parameters).Where(server => server.Kind == DsrServerKind.Lab).SelectMany(Runs).Distinct();

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
