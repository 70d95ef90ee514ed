using DsrReadiness.Json;

namespace DsrReadiness.Snapshots;

/// <summary>One member of the row before, as it was spelt and what it was read as.</summary>
internal struct RowMember
{
    /// <summary>The name with all that leads to the value: comma, colon and white space.</summary>
    public JsonSpan Lead;

    /// <summary>The value; nothing if it is a number, which cannot be told from the beginning of a longer one.</summary>
    public JsonSpan Value;

    /// <summary>The slot, negative if the contract does not have the property.</summary>
    public int Slot;

    public object? Raw;
}
