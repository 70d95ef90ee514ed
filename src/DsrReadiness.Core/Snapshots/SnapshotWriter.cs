using System;
using DsrReadiness.Cim;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>Writes a snapshot as a file, each row on a line of its own.</summary>
internal static class SnapshotWriter
{
    public static void Write(Snapshot snapshot, JsonWriter writer)
    {
        writer.StartObject();
        writer.Member("format", SnapshotFile.Format);
        writer.Member("computerName", snapshot.ComputerName);
        writer.Member("collectedAt", SnapshotDate.Write(snapshot.CollectedAt));
        writer.Member("collector", snapshot.Collector);
        writer.Name("readings");
        writer.StartArray();
        foreach (CimReading reading in snapshot.Readings)
            Write(reading, writer);
        writer.EndArray();
        writer.EndObject();
        writer.End();
    }

    private static void Write(CimReading reading, JsonWriter writer)
    {
        writer.StartObject();
        writer.Member("namespace", reading.Class.Namespace);
        writer.Member("class", reading.Class.Name);
        writer.Member("store", reading.Store == CimStore.None ? null : reading.Store.ToString());
        if (reading.TryGetRows(out var rows, out CimFailure? failure))
        {
            writer.Name("rows");
            writer.StartArray();
            foreach (CimRow row in rows)
                Write(row, writer);
            writer.EndArray();
        }
        else
        {
            writer.Name("error");
            writer.StartObject(onOneLine: true);
            writer.Member("kind", failure.Kind.ToString());
            writer.Member("message", failure.Message);
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void Write(CimRow row, JsonWriter writer)
    {
        writer.StartObject(onOneLine: true);
        foreach (CimProperty property in row.Class.Properties)
        {
            if (row.TryGetRaw(property, out object? raw))
            {
                writer.Name(property.Name);
                Write(raw, writer);
            }
        }

        writer.EndObject();
    }

    private static void Write(object? raw, JsonWriter writer)
    {
        switch (raw)
        {
            case null: writer.Null(); break;
            case string text: writer.String(text); break;
            case long number: writer.Number(number); break;
            case ulong number: writer.Number(number); break;
            case double number: writer.Number(number); break;
            case bool flag: writer.Boolean(flag); break;
            case object?[] items:
                writer.StartArray(onOneLine: true);
                foreach (object? item in items)
                    Write(item, writer);
                writer.EndArray();
                break;
            case EmbeddedObject:
                writer.StartObject(onOneLine: true);
                writer.EndObject();
                break;
            default: throw new ArgumentException("A row holds no " + raw.GetType() + ".", nameof(raw));
        }
    }
}
