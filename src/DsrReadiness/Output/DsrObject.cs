using System.Collections.Generic;
using System.Management.Automation;

namespace DsrReadiness.Output;

/// <summary>What commands write.</summary>
public abstract class DsrObject
{
    private IReadOnlyDictionary<string, string>? _view;

    private protected DsrObject()
    {
    }

    /// <summary>What it is, for where the type itself is lost, as in a CSV file or in JSON.</summary>
    public string Type => GetType().Name;

    /// <summary>
    /// What views show beside plain properties, as texts: made here and not in a view, so that a copy out of a job or a file still has them, and so that they are shown in
    /// constrained language, where a view may call nothing.
    /// </summary>
    [Hidden]
    public IReadOnlyDictionary<string, string> View => _view ??= Texts();

    private protected abstract DsrTexts Texts();
}
