using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>Looks values up in what was read of the registry.</summary>
internal static class Registry
{
    /// <summary>The value, which may say that there is none; or why that is not known.</summary>
    public static Fact<RegistryValue> Find(Snapshot snapshot, RegistryName name)
    {
        Reading<RegistryValue> reading = snapshot.RegistryValues;
        if (!reading.TryGet(out IReadOnlyList<RegistryValue>? rows, out Missing? missing))
            return missing;
        if (rows.FirstOrDefault(row => name.Is(row.Hive, row.Key, row.Name)) is not { } found)
            return Missing.Unknown($"{reading.Name} was not asked for {name}.", "Collect again with the current collector script, or judge the server live.");
        if (found.IsAbsent)
            return found;
        if (!found.Type.HasValue)
            return Missing.Property("The type of " + name, found.Type);
        return found.Data.HasValue ? found : Missing.Property($"The data of {name}, of type {found.Type.Value},", found.Data);
    }

    /// <summary>The first of several places that holds a value; the last if none does.</summary>
    public static Fact<RegistryValue> FindFirst(Snapshot snapshot, params RegistryName[] names)
    {
        Fact<RegistryValue> fact = Find(snapshot, names[0]);
        for (int i = 1; i < names.Length && fact.TryGet(out RegistryValue? value, out _) && value.IsAbsent; i++)
            fact = Find(snapshot, names[i]);
        return fact;
    }
}
