using System;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>What the tables around an object say of it: <c>@{ ActiveStore = @{ MSFT_NetRoute = @(Get-NetRoute) } }</c>.</summary>
/// <param name="Store">The store.</param>
/// <param name="Class">The class, of which a list without objects has no rows.</param>
/// <param name="Depth">How many tables there are.</param>
internal sealed record SavedPlace(CimStore Store, CimClass? Class, int Depth)
{
    public const int MaximumDepth = 8;

    public static readonly SavedPlace Top = new(CimStore.None, null, 0);

    /// <summary>The place below a key of a table. A key with another meaning says nothing.</summary>
    public SavedPlace Below(string key) => new(StoreOf(key) ?? Store, CimClasses.Find(key) ?? Class, Depth + 1);

    /// <summary>The store that a text or number names; null for any other.</summary>
    public static CimStore? StoreOf(object? value) => value switch
    {
        1L => CimStore.Active,
        0L => CimStore.Persistent,
        string text when IsStore(text, CimStore.Active) => CimStore.Active,
        string text when IsStore(text, CimStore.Persistent) => CimStore.Persistent,
        _ => null,
    };

    private static bool IsStore(string text, CimStore store) =>
        string.Equals(text, store.ToString(), StringComparison.OrdinalIgnoreCase) || string.Equals(text, store + "Store", StringComparison.OrdinalIgnoreCase);
}
