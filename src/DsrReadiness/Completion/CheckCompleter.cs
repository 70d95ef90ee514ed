using System.Collections;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;

namespace DsrReadiness.Completion;

/// <summary>Completes ids and names of checks.</summary>
public sealed class CheckCompleter : WordCompleter
{
    private protected override IEnumerable<Word> Find(string command, IDictionary parameters) => Catalogue.All.Checks.SelectMany(check => new Word[]
        {
            new(check.Info.Id, check.Info.Id + " " + check.Info.Name, check.Info.Title),
            new(check.Info.Name, check.Info.Name, check.Info.Title, IsShownUnasked: false),
        });
}
