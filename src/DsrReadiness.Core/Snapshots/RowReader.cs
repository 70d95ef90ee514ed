using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>Reads rows: nearly all that a snapshot file consists of, and so the part that has to be fast.</summary>
internal sealed class RowReader(byte[] buffer)
{
    private const int MaximumRows = 1_000_000;
    private readonly JsonStringPool _strings = new(buffer);
    private readonly RowBefore _before = new();
    private int _rows;
    private int _rowsBefore;

    /// <summary>The rows of a reading; null if there is null in their place.</summary>
    public IReadOnlyList<CimRow>? ReadRows(JsonReader reader, CimClass @class)
    {
        if (reader.ReadValue() == JsonToken.Null)
            return null;
        _before.BeginClass(@class);
        var rows = new List<CimRow>(_rowsBefore); // A rule has one row in each of eight classes.
        var items = new ObjectItems(reader, "a row, which is an object, or an array of rows");
        while (items.ReadNext())
        {
            if (++_rows > MaximumRows)
                throw reader.Fail($"found more than {MaximumRows} rows", reader.Span.Start);
            rows.Add(ReadRow(reader, @class));
        }

        _rowsBefore = rows.Count;
        return rows;
    }

    private CimRow ReadRow(JsonReader reader, CimClass @class)
    {
        object?[] slots = CimRow.NewSlots(@class);
        _before.BeginRow(reader);
        while (_before.ReadName(reader, slots))
        {
            int start = reader.Position;
            ref RowMember member = ref _before.Current;
            RowBefore.RefuseSecond(reader, @class, slots, member.Slot);
            if (member.Slot >= 0)
                slots[member.Slot] = member.Raw = ReadRaw(reader);
            else
                reader.SkipValue();
            _before.EndMember(start, reader.Position);
        }

        return new CimRow(@class, slots);
    }

    /// <summary>A value as rows hold it.</summary>
    public object? ReadRaw(JsonReader reader) => reader.ReadValue() switch
    {
        JsonToken.String => _strings.Get(reader),
        JsonToken.Number => reader.GetNumber(),
        JsonToken.True => JsonBox.True,
        JsonToken.False => JsonBox.False,
        JsonToken.StartArray => ReadArray(reader),
        JsonToken.StartObject => ReadObject(reader),
        _ => null,
    };

    private object?[] ReadArray(JsonReader reader)
    {
        if (!reader.ReadItem())
            return [];
        object? first = ReadRaw(reader);
        if (!reader.ReadItem())
            return [first];
        var items = new List<object?> { first };
        do
            items.Add(ReadRaw(reader));
        while (reader.ReadItem());
        return items.ToArray();
    }

    /// <summary>What is in member <c>value</c>: Windows PowerShell adds members of its own to dates and arrays, and then writes them like this.</summary>
    private object? ReadObject(JsonReader reader)
    {
        object? value = EmbeddedObject.Instance;
        bool isRead = false;
        while (reader.ReadName())
        {
            if (reader.GetString() != "value")
            {
                reader.SkipValue();
                continue;
            }

            if (isRead)
                throw reader.Fail("found member 'value' a second time", reader.Span.Start);
            isRead = true;
            value = ReadRaw(reader);
        }

        return value;
    }
}
