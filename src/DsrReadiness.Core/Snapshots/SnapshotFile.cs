using System;
using System.IO;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>Snapshots as files: JSON in UTF-8, format <c>dsr-snapshot/1</c>.</summary>
public static class SnapshotFile
{
    /// <summary>What member <c>format</c> of a snapshot file says.</summary>
    public const string Format = "dsr-snapshot/1";

    /// <summary>How many bytes a file may have, unless the caller says otherwise.</summary>
    public const int DefaultMaximumBytes = 64 * 1024 * 1024;

    /// <summary>Reads a snapshot from where the stream stands to its end.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="maximumBytes">How large it may be.</param>
    /// <exception cref="SnapshotFormatException">It is no snapshot.</exception>
    public static Snapshot Read(Stream stream, string name, int maximumBytes = DefaultMaximumBytes)
    {
        using StreamBuffer buffer = StreamBuffer.Rent();
        return buffer.TryFill(stream, maximumBytes)
            ? Read(buffer.Bytes, 0, buffer.Count, name, maximumBytes)
            : throw TooLarge(name, maximumBytes);
    }

    /// <summary>Reads a snapshot from bytes, of which it keeps none.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="offset">Where the file begins in them.</param>
    /// <param name="count">How many are the file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="maximumBytes">How large it may be.</param>
    /// <exception cref="SnapshotFormatException">It is no snapshot.</exception>
    public static Snapshot Read(byte[] buffer, int offset, int count, string name, int maximumBytes = DefaultMaximumBytes)
    {
        if (offset < 0 || count < 0 || count > buffer.Length - offset)
            throw new ArgumentOutOfRangeException(nameof(count));
        if (count > maximumBytes)
            throw TooLarge(name, maximumBytes);
        int mark = SnapshotEncoding.Check(buffer, offset, count, name);
        try
        {
            return new SnapshotReader(buffer, offset + mark, count - mark).Read();
        }
        catch (JsonFormatException e)
        {
            throw new SnapshotFormatException(name, e.Message, e.Line, e.Position);
        }
    }

    /// <summary>Writes a snapshot: reading the file gives the same again.</summary>
    public static void Write(Snapshot snapshot, Stream stream) => SnapshotWriter.Write(snapshot, new JsonWriter(stream));

    private static SnapshotFormatException TooLarge(string name, int maximumBytes) =>
        new(name, $"the file is larger than {maximumBytes} bytes, which no snapshot needs");
}
