using System;
using System.IO;
using System.Text;
using DsrReadiness.Json;
using DsrReadiness.Text;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>One file of what cmdlets gave: JSON by <c>ConvertTo-Json</c> or CLIXML by <c>Export-Clixml</c>, in UTF-8 or UTF-16.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="Readings">What it holds.</param>
internal sealed record SavedFile(string Name, DateTimeOffset WrittenAt, SavedReadings Readings)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="SnapshotFormatException">It cannot be read for certain.</exception>
    public static SavedFile Read(Stream stream, string name, DateTimeOffset writtenAt, int maximumBytes = SnapshotFile.DefaultMaximumBytes)
    {
        using StreamBuffer buffer = StreamBuffer.Rent();
        if (!buffer.TryFill(stream, maximumBytes))
            throw new SnapshotFormatException(name, $"the file is larger than {maximumBytes} bytes, which no server needs");
        var readings = new SavedReadings();
        Read(new SavedBytes(buffer.Bytes, buffer.Count), name, readings);
        return readings.Rows.Count > 0 ? new SavedFile(name, writtenAt, readings)
            : throw new SnapshotFormatException(name, readings.Others.Count == 0
                ? "found no object; " + SavedCommand.Whole
                : $"found only objects of {Wording.Some(readings.Others)}, which no check reads");
    }

    private static void Read(SavedBytes bytes, string name, SavedReadings readings)
    {
        if (bytes.Problem is { } problem)
            throw new SnapshotFormatException(name, problem);
        if (bytes.First != '<' && bytes.First != '{' && bytes.First != '[')
            throw new SnapshotFormatException(name, SavedList.IsOne(bytes.Head) ? SavedList.WhyNot(bytes.Head) : "found neither JSON nor CLIXML; " + SavedCommand.Whole);
        try
        {
            if (bytes.First == '<')
                new SavedXml(new StreamReader(bytes.ToStream(), new UTF8Encoding(false, throwOnInvalidBytes: true)), readings, bytes.Count).Read();
            else
                new SavedJson(bytes.Buffer, bytes.Offset, bytes.Count, readings).Read();
        }
        catch (SavedTextException e)
        {
            throw new SnapshotFormatException(name, e.Message, e.At);
        }
        catch (JsonFormatException e)
        {
            throw new SnapshotFormatException(name, e.Message, e.Line, e.Position);
        }
        catch (DecoderFallbackException)
        {
            throw new SnapshotFormatException(name, "found bytes that are neither UTF-8 nor UTF-16; save it with -Encoding UTF8");
        }
    }
}
