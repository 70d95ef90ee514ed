using System.Globalization;

namespace DsrReadiness.Paths;

/// <summary>What kind of interface it is.</summary>
internal enum LinkKind
{
    /// <summary>It has a wire: frames come and go, and somebody may ask there.</summary>
    Wire,

    /// <summary>A KM-TEST loopback adapter, which has none.</summary>
    KmTest,

    /// <summary>The loopback that every host has.</summary>
    BuiltIn,

    /// <summary>Its hardware id could not be read.</summary>
    Untold,
}

/// <summary>An interface of the server.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Alias">Its name; null if none was read.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsUp">Whether its adapter is enabled and up; null if that could not be read.</param>
/// <param name="IsDisabled">Whether its adapter is disabled, so that what it keeps is not in use.</param>
internal sealed record HostLink(uint Index, string? Alias, LinkKind Kind, bool? IsUp, bool IsDisabled = false)
{
    public string Name => Alias ?? "interface " + Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>True for what has no wire for certain.</summary>
    public bool HasNoWire => Kind is LinkKind.KmTest or LinkKind.BuiltIn;
}
