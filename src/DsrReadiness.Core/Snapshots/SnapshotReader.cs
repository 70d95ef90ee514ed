using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>Reads a snapshot file, without its byte order mark.</summary>
internal sealed class SnapshotReader(byte[] buffer, int offset, int count)
{
    private const string ListOfReadings = "a reading, which is an object, or an array of readings";
    private readonly JsonReader _reader = new(buffer, offset, count);
    private readonly ReadingReader _readings = new(buffer);

    /// <summary>Reads the snapshot.</summary>
    /// <exception cref="JsonFormatException">It is none.</exception>
    public Snapshot Read()
    {
        if (_reader.ReadValue() != JsonToken.StartObject)
            throw _reader.NotExpected("a snapshot, which is an object");
        var members = new ObjectMembers(_reader, "format", "computerName", "collectedAt", "collector", "readings");
        List<CimReading>? readings = null;
        while (members.ReadNext(out string? member))
        {
            if (member == "format")
                CheckFormat(members.Require(member));
            if (member == "readings" && members.Has("format"))
                readings = ReadReadings(_reader);
            else
                _reader.SkipValue();
        }

        _reader.ReadEnd();
        if (!members.Has("format"))
            throw members.Fail($"found no member 'format', expected \"{SnapshotFile.Format}\"");
        string computerName = ReadName(members.Require("computerName"));
        DateTimeOffset collectedAt = ReadDate(members.Require("collectedAt"));
        string collector = members.Find("collector")?.ReadStringOrNull("the name of the collector") ?? string.Empty;
        return new Snapshot(computerName, collectedAt, collector, readings ?? ReadReadings(members.Require("readings")));
    }

    private static void CheckFormat(JsonReader reader)
    {
        if (reader.ReadString("a format") != SnapshotFile.Format)
            throw reader.NotExpected($"format \"{SnapshotFile.Format}\"");
    }

    private static string ReadName(JsonReader reader)
    {
        const string Expected = "the name of the computer";
        string name = reader.ReadString(Expected);
        return name.Length > 0 ? name : throw reader.NotExpected(Expected);
    }

    /// <summary>A text, or the object that Windows PowerShell makes of a date, with the text as its member <c>value</c>.</summary>
    private static DateTimeOffset ReadDate(JsonReader reader)
    {
        const string Expected = "a date such as 2026-11-22T02:00:00Z";
        if (reader.ReadValue() == JsonToken.StartObject)
        {
            var members = new ObjectMembers(reader, "value");
            while (members.ReadNext(out _))
                reader.SkipValue();
            reader = members.Require("value");
            reader.ReadValue();
        }

        return reader.Token == JsonToken.String && SnapshotDate.TryRead(reader.GetString(), out DateTimeOffset date)
            ? date
            : throw reader.NotExpected(Expected);
    }

    private List<CimReading> ReadReadings(JsonReader reader)
    {
        reader.ReadValue();
        var readings = new List<CimReading>();
        var known = new HashSet<ReadingId>();
        var items = new ObjectItems(reader, ListOfReadings);
        while (items.ReadNext())
        {
            int start = reader.Span.Start;
            if (_readings.Read(reader) is not { } reading)
                continue;
            if (!known.Add(new ReadingId(reading.Class, reading.Store)))
                throw reader.Fail($"found a second reading of {new CimQuery(reading.Class, reading.Store)}", start);
            if (Contradiction.In(reading) is { } twice)
                throw reader.Fail($"found two rows of {new CimQuery(reading.Class, reading.Store)} for {twice} that differ", start);
            readings.Add(reading);
        }

        return readings;
    }
}
