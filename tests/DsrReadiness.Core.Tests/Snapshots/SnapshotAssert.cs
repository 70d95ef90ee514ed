using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Snapshots;

/// <summary>Compares snapshots value by value: missing is not NULL, and 1 is not 1.0.</summary>
internal static class SnapshotAssert
{
    public static void Same(Snapshot expected, Snapshot actual)
    {
        Assert.Equal(expected.ComputerName, actual.ComputerName);
        Assert.Equal(expected.CollectedAt, actual.CollectedAt);
        Assert.Equal(expected.CollectedAt.Offset, actual.CollectedAt.Offset);
        Assert.Equal(expected.Collector, actual.Collector);
        Assert.Equal(expected.Readings.Select(Text), actual.Readings.Select(Text));
        foreach ((CimReading one, CimReading other) in expected.Readings.Zip(actual.Readings))
        {
            Assert.Equal(one.Failure?.ToString(), other.Failure?.ToString());
            Assert.Equal(one.Rows?.Select(Values), other.Rows?.Select(Values));
        }
    }

    /// <summary>The raw values of a row by name, without those that it does not have.</summary>
    public static Dictionary<string, object?> Values(CimRow row)
    {
        var values = new Dictionary<string, object?>();
        foreach (CimProperty property in row.Class.Properties)
        {
            if (row.TryGetRaw(property, out object? raw))
                values.Add(property.Name, raw);
        }

        return values;
    }

    private static string Text(CimReading reading) => new CimQuery(reading.Class, reading.Store) + " " + (reading.Rows?.Count ?? -1);
}
