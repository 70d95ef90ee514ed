using System.IO;

namespace DsrReadiness.Windows.Tests.Wine;

/// <summary>A test that runs where there is Wine.</summary>
public sealed class WineFactAttribute : FactAttribute
{
    internal const string Wine = "/usr/lib/wine/wine64";

    public WineFactAttribute()
    {
        if (!File.Exists(Wine))
            Skip = "Wine is not here: install Debian's wine64.";
    }
}
