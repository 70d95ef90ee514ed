using System;
using DsrReadiness.Cim;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>
/// Finds the slots of a row's members. The rows of a class nearly always have the same members in the same order and spelling, so each
/// name is first held against the one that stood at its place in the row before.
/// </summary>
internal sealed class MemberOrder
{
    private const int Remembered = 256;
    private readonly RowMember[] _members = new RowMember[Remembered + 1]; // The last is for all those beyond.
    private CimClass? _class;
    private int _next;

    public void BeginClass(CimClass @class)
    {
        _class = @class;
        Array.Clear(_members, 0, _members.Length);
    }

    public void BeginRow() => _next = 0;

    /// <summary>Reads the next name of a row; false behind its last member.</summary>
    /// <param name="reader">Stands behind the opening brace or a value; before the value of the member afterwards.</param>
    /// <param name="index">The member, which has the value of the row before until it is given its own.</param>
    public bool ReadNext(JsonReader reader, out int index)
    {
        index = Math.Min(_next++, Remembered);
        ref RowMember member = ref _members[index];
        if (reader.TryRepeat(member.Lead))
            return true;
        int start = reader.Position;
        if (!reader.ReadName())
            return false;
        member = new RowMember { Lead = new JsonSpan(start, reader.Position - start), Slot = FindSlot(reader) };
        return true;
    }

    public ref RowMember Member(int index) => ref _members[index];

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
