using System;
using System.IO;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>Tells files of what cmdlets gave from snapshot files.</summary>
internal static class SavedKind
{
    private static readonly string[] s_ofSnapshots = ["format", "computerName", "collectedAt", "collector", "readings"];

    /// <summary>True if the stream, which can be read from its start, holds what cmdlets gave. A file that is neither is read as a snapshot, and refused there.</summary>
    public static bool IsOne(Stream stream)
    {
        byte[] head = new byte[4096];
        int count = 0;
        for (int read; count < head.Length && (read = stream.Read(head, count, head.Length - count)) > 0;)
            count += read;
        var bytes = new SavedBytes(head, count - (count % 2)); // Not half a unit.
        return bytes.First switch
        {
            '<' => true,
            '[' => bytes.Second is '{' or '[',
            '{' => !IsSnapshot(bytes) && HoldsObjects(stream),
            _ => SavedList.IsOne(bytes.Head),
        };
    }

    /// <summary>True if the first member is one of a snapshot, as it nearly always is.</summary>
    private static bool IsSnapshot(SavedBytes bytes)
    {
        var reader = new JsonReader(bytes.Buffer, bytes.Start, bytes.Offset + bytes.Count - bytes.Start);
        try
        {
            reader.ReadValue();
            return reader.ReadName() && Array.IndexOf(s_ofSnapshots, reader.GetString()) >= 0;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }

    private static bool HoldsObjects(Stream stream)
    {
        using StreamBuffer buffer = StreamBuffer.Rent();
        try
        {
            stream.Position = 0;
            if (!buffer.TryFill(stream, SnapshotFile.DefaultMaximumBytes))
                return false;
            var bytes = new SavedBytes(buffer.Bytes, buffer.Count);
            var reader = new JsonReader(bytes.Buffer, bytes.Offset, bytes.Count);
            bool has = false;
            for (reader.ReadValue(); reader.ReadName(); reader.SkipRest())
            {
                string name = reader.GetString();
                if (Array.IndexOf(s_ofSnapshots, name) >= 0)
                    return false;
                has |= reader.ReadValue() is JsonToken.StartArray or JsonToken.StartObject || name is "CimClass" or "__CLASS";
            }

            return has;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }
}
