using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DsrReadiness.Checks;

namespace DsrReadiness.Completion;

/// <summary>Completes ids and names of checks.</summary>
public sealed class CheckCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, Catalogue.All.Checks.SelectMany(check => new Word[]
        {
            new(check.Info.Id, check.Info.Id + " " + check.Info.Name, check.Info.Title),
            new(check.Info.Name, check.Info.Name, check.Info.Title, IsShownUnasked: false),
        }));
}
