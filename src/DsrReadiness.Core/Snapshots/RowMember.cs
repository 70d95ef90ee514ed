namespace DsrReadiness.Snapshots;

/// <summary>One member of the row before: where it stands, and what it was read as.</summary>
internal struct RowMember
{
    /// <summary>Where its value begins.</summary>
    public int Value;

    /// <summary>The place behind its value.</summary>
    public int End;

    /// <summary>The slot, negative if the contract does not have the property.</summary>
    public int Slot;

    public object? Raw;
}
