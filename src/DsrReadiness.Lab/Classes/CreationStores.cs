using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>The parameter <c>PolicyStore</c> of methods that create.</summary>
internal static class CreationStores
{
    public const string Parameter = "PolicyStore";

    /// <summary>The store that a text names; <see cref="CimStore.None"/> if there is no text; null if it names none.</summary>
    public static CimStore? Parse(string? text)
    {
        if (text is null)
            return CimStore.None;
        if (string.Equals(text, "ActiveStore", StringComparison.OrdinalIgnoreCase))
            return CimStore.Active;
        return string.Equals(text, "PersistentStore", StringComparison.OrdinalIgnoreCase) ? CimStore.Persistent : null;
    }
}
