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
    private const int NoSlot = -1;
    private const int Size = 256;
    private readonly (JsonSpan Name, int Slot)[] _members = new (JsonSpan Name, int Slot)[Size];
    private CimClass? _class;
    private int _next;

    public void BeginClass(CimClass @class)
    {
        _class = @class;
        Array.Clear(_members, 0, Size);
    }

    public void BeginRow() => _next = 0;

    /// <summary>Reads the next name of a row; <paramref name="slot"/> is negative if the contract does not have it.</summary>
    public bool ReadNext(JsonReader reader, out int slot)
    {
        ref (JsonSpan Name, int Slot) member = ref _members[_next++ % Size];
        if (!reader.ReadName(member.Name, out bool isAsBefore))
        {
            slot = NoSlot;
            return false;
        }

        if (!isAsBefore)
            member = (reader.Span, FindSlot(reader));
        slot = member.Slot;
        return true;
    }

    private int FindSlot(JsonReader reader)
    {
        if (reader.HasEscapes())
            return _class!.Find(reader.GetString())?.Ordinal ?? NoSlot;
        foreach (CimProperty property in _class!.Properties)
        {
            if (reader.IsSpelt(property.Name))
                return property.Ordinal;
        }

        return NoSlot;
    }
}
