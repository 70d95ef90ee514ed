using System;
using DsrReadiness.Cim;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>
/// The row before the one that is read. The rows of a class nearly always have the same members in the same order and spelling, and many of the same
/// values: those are compared in one go, and nothing of them is read again.
/// </summary>
internal sealed class RowBefore
{
    private const int Remembered = 256;
    private readonly RowMember[] _members = new RowMember[Remembered + 1]; // The last is for all those beyond.
    private CimClass? _class;
    private int _count;
    private int _earlier;
    private int _begin;
    private int _next;

    public void BeginClass(CimClass @class)
    {
        _class = @class;
        _count = 0;
    }

    /// <summary>Begins a row whose opening brace was just read.</summary>
    public void BeginRow(JsonReader reader)
    {
        _earlier = _begin;
        _begin = reader.Position;
        _next = 0;
    }

    /// <summary>Takes over the members that repeat, and reads the name of the next one that does not; false behind the last member of the row.</summary>
    /// <param name="reader">Stands behind the opening brace or a value; before the value of the member afterwards.</param>
    /// <param name="slots">The values of the row.</param>
    public bool ReadName(JsonReader reader, object?[] slots)
    {
        if (_next < _count && Repeat(reader, slots))
            return true;
        if (!reader.ReadName())
        {
            _count = Math.Min(_next, Remembered);
            return false;
        }

        Current.Slot = FindSlot(reader);
        return true;
    }

    /// <summary>Which of two values was meant cannot be told.</summary>
    /// <exception cref="JsonFormatException">The row has a value for the member already.</exception>
    public static void RefuseSecond(JsonReader reader, CimClass @class, object?[] slots, int slot)
    {
        if (slot >= 0 && !ReferenceEquals(slots[slot], CimRow.Missing))
            throw Second(reader, @class.Properties[slot]);
    }

    /// <summary>The member whose name was read.</summary>
    public ref RowMember Current => ref _members[Math.Min(_next, Remembered)];

    /// <summary>Keeps where the value of the current member stands, for the next row.</summary>
    public void EndMember(int value, int end)
    {
        ref RowMember member = ref Current;
        if (_next < _count)
            _earlier = member.End;
        member.Value = value;
        member.End = end;
        _next++;
    }

    private static JsonFormatException Second(JsonReader reader, CimProperty property) => reader.Fail($"found member '{property.Name}' a second time", reader.Span.Start);

    /// <summary>True if the name of the next member repeats and its value does not.</summary>
    private bool Repeat(JsonReader reader, object?[] slots)
    {
        int from = _earlier;
        int shift = reader.Position - from;
        int same = reader.CountRepeated(from, _members[_count - 1].End + 1 - from);
        for (; _next < _count; _next++)
        {
            ref RowMember member = ref _members[_next];
            if (member.End - from >= same) // The byte behind a value belongs to it: a number may be longer this time.
                break;
            _earlier = member.End;
            member.Value += shift;
            member.End += shift;
            RefuseSecond(reader, _class!, slots, member.Slot);
            if (member.Slot >= 0)
                slots[member.Slot] = member.Raw;
        }

        bool isNameSame = _next < _count && _members[_next].Value - from <= same;
        int repeated = (isNameSame ? _members[_next].Value : _earlier) - from;
        if (repeated > 0)
            reader.Repeat(repeated);
        return isNameSame;
    }

    private int FindSlot(JsonReader reader)
    {
        if (reader.HasEscapes())
            return _class!.Find(reader.GetString())?.Ordinal ?? -1;
        foreach (CimProperty property in _class!.Properties)
        {
            if (reader.IsSpelt(property.Name))
                return property.Ordinal;
        }

        return -1;
    }
}
