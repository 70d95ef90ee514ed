using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>One member of the row before, as it was spelt and what it was read as.</summary>
internal struct RowMember
{
    public JsonSpan Name;

    /// <summary>The slot, negative if the contract does not have the property.</summary>
    public int Slot;

    /// <summary>The value; nothing if it is a number, which cannot be told from the beginning of a longer one.</summary>
    public JsonSpan Value;

    public object? Raw;
}
