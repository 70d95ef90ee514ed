using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>Reads rows: nearly all that a snapshot file consists of, and so the part that has to be fast.</summary>
internal sealed class RowReader(byte[] buffer, int bytes)
{
    private const int MaximumRows = 1_000_000;
    private readonly JsonStringPool _strings = new(buffer, bytes);
    private readonly MemberOrder _members = new();
    private int _rows;
    private int _rowsBefore;

    /// <summary>The rows of a reading; null if there is null in their place.</summary>
    public IReadOnlyList<CimRow>? ReadRows(JsonReader reader, CimClass @class)
    {
        if (reader.ReadValue() == JsonToken.Null)
            return null;
        _members.BeginClass(@class);
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
        _members.BeginRow();
        while (_members.ReadNext(reader, out int index))
        {
            ref RowMember member = ref _members.Member(index);
            if (!reader.TryRepeat(member.Value))
                ReadAnew(reader, ref member);
            if (member.Slot >= 0)
                slots[member.Slot] = member.Raw;
        }

        return new CimRow(@class, slots);
    }

    private void ReadAnew(JsonReader reader, ref RowMember member)
    {
        int start = reader.Position;
        if (member.Slot >= 0)
            member.Raw = ReadRaw(reader);
        else
            reader.SkipValue();
        member.Value = reader.Token == JsonToken.Number ? default : new JsonSpan(start, reader.Position - start);
    }

    private object? ReadRaw(JsonReader reader) => reader.ReadValue() switch
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
        while (reader.ReadName())
        {
            if (reader.GetString() == "value")
                value = ReadRaw(reader);
            else
                reader.SkipValue();
        }

        return value;
    }
}
