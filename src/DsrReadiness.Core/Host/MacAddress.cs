using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>MAC addresses as classes write them: with dashes, colons or nothing between the digits.</summary>
internal static class MacAddress
{
    /// <summary>The digits alone; null where there is no address, or one of zeros.</summary>
    public static string? Read(Field<string> field) => Read(field.Or(string.Empty));

    /// <summary>The digits alone; null where there is no address, or one of zeros.</summary>
    public static string? Read(string text)
    {
        string digits = new([.. text.Where(Uri.IsHexDigit).Select(char.ToUpperInvariant)]);
        return digits.Trim('0').Length > 0 ? digits : null;
    }

    /// <summary>The address as Windows shows it.</summary>
    public static string WithDashes(string digits) => string.Join("-", Enumerable.Range(0, (digits.Length + 1) / 2).Select(i => digits.Substring(2 * i, Math.Min(2, digits.Length - (2 * i)))));

    /// <summary>The addresses under which a server answers. All KM-TEST adapters have one and the same, and answer nobody.</summary>
    public static Fact<IReadOnlyCollection<string>> AnsweringOf(Snapshot snapshot)
    {
        if (!snapshot.Adapters.TryGet(out IReadOnlyList<NetAdapter>? adapters, out Missing? missing))
            return missing;
        return new HashSet<string>(
            adapters.Where(adapter => !NetAdapter.IsLoopbackId(adapter.ComponentId.Or(string.Empty)))
                .SelectMany(adapter => adapter.MacAddresses).Select(Read).OfType<string>(),
            StringComparer.Ordinal);
    }
}
