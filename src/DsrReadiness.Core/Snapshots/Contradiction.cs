using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>Two rows that are about one thing and differ: which of them is true, nobody can say. Windows gives none such, but a file may that was put together from two.</summary>
internal static class Contradiction
{
    /// <summary>What tells rows of the active store apart, in classes whose rows decide by themselves.</summary>
    private static readonly (CimClass Class, CimProperty[] Key)[] s_keys =
    [
        (NetIPInterfaceClass.Class, [NetIPInterfaceClass.InterfaceIndex, NetIPInterfaceClass.AddressFamily]),
        (NetIPAddressClass.Class, [NetIPAddressClass.InterfaceIndex, NetIPAddressClass.IPAddress]),
        (NetFirewallProfileClass.Class, [NetFirewallProfileClass.Name]),
    ];

    /// <summary>What two rows are about, in words; null if no two contradict each other.</summary>
    public static string? In(CimReading reading)
    {
        if (reading.Store != CimStore.Active || s_keys.FirstOrDefault(each => each.Class == reading.Class).Key is not { } key)
            return null;
        var known = new Dictionary<string, CimRow>(StringComparer.OrdinalIgnoreCase);
        foreach (CimRow row in reading.Rows ?? [])
        {
            if (key.All(property => row.TryGetRaw(property, out object? raw) && property.KeyOf(raw) is not null))
            {
                string about = string.Join(", ", key.Select(property => $"{property.Name} {Shown(row, property)}"));
                if (!known.TryGetValue(about, out CimRow? first))
                    known.Add(about, row);
                else if (!reading.Class.Properties.All(property => IsSame(first, row, property)))
                    return about;
            }
        }

        return null;
    }

    private static string Shown(CimRow row, CimProperty property) => property.KeyOf(row.TryGetRaw(property, out object? raw) ? raw : null)!.ToString()!;

    private static bool IsSame(CimRow one, CimRow other, CimProperty property) =>
        one.TryGetRaw(property, out object? first) == other.TryGetRaw(property, out object? second) && property.Same(first, second);
}
