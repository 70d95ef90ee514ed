using DsrReadiness.Addresses;

namespace DsrReadiness.Firewall;

/// <summary>The addresses that a keyword stands for.</summary>
/// <param name="Sure">For certain.</param>
/// <param name="Possible">Perhaps.</param>
/// <param name="IsAll">False if it may stand for others too, which could not be read.</param>
internal sealed record KeywordMeaning(IPRange[] Sure, IPRange[] Possible, bool IsAll)
{
    /// <summary>Nobody knows.</summary>
    public static KeywordMeaning Unknown { get; } = new([], [], false);
}
