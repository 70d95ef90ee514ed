namespace DsrReadiness.Cim;

/// <summary>An interface as it is to be found at this moment.</summary>
internal sealed class ResolvedInterface(uint index, string alias, bool isLoopback, InterfaceRef reference)
{
    public uint Index { get; } = index;

    public string Alias { get; } = alias;

    /// <summary>True if its hardware id, just read, is the loopback's, or it is the built-in loopback: nobody can ask it for an address.</summary>
    public bool IsLoopback { get; } = isLoopback;

    /// <summary>What to store of it.</summary>
    public InterfaceRef Reference { get; } = reference;
}
