using System;
using DsrReadiness.Cim;
using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>
/// Finds the slots of a row's members. The rows of a class nearly always have the same members in the same order, so each name is first
/// held against the one that stood at its place in the row before.
/// </summary>
internal sealed class MemberOrder
{
    private const int Size = 256;
    private readonly RowMember[] _members = new RowMember[Size];
    private CimClass? _class;
    private int _next;

    /// <summary>The member whose name was just read, with the value of the row before until it gets its own.</summary>
    public ref RowMember Current => ref _members[(_next - 1) % Size];

    public void BeginClass(CimClass @class)
    {
        _class = @class;
        Array.Clear(_members, 0, Size);
    }

    public void BeginRow() => _next = 0;

    /// <summary>Reads the next name of a row; false behind its last member.</summary>
    public bool ReadNext(JsonReader reader)
    {
        ref RowMember member = ref _members[_next++ % Size];
        if (!reader.ReadName(member.Name, out bool isAsBefore))
            return false;
        if (!isAsBefore)
            member = new RowMember { Name = reader.Span, Slot = FindSlot(reader) };
        return true;
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
