using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace DsrReadiness.Output;

/// <summary>Texts of a view by their names. PowerShell reads them like properties, and so it does in a copy.</summary>
internal sealed class ViewTexts() : ReadOnlyDictionary<string, string>(new Dictionary<string, string>()), IEnumerable
{
    public void Add(string name, string text) => Dictionary.Add(name, text);
}
