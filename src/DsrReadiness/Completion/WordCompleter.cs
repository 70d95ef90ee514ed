using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes an argument with words.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    private protected WordCompleter()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, Find(commandName, fakeBoundParameters));

    private protected abstract IEnumerable<Word> Find(string command, IDictionary parameters);
}

/// <summary>Completes an argument with words of the servers that the command is for, as far as they are known without asking them.</summary>
public abstract class SnapshotCompleter : WordCompleter
{
    private protected SnapshotCompleter()
    {
    }

    internal abstract IEnumerable<Word> Of(Snapshot snapshot);

    private protected sealed override IEnumerable<Word> Find(string command, IDictionary parameters) => ServerWords.Snapshots(command, parameters).SelectMany(Of).Distinct();
}
