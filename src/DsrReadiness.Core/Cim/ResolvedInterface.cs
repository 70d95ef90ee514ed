namespace DsrReadiness.Cim;

/// <summary>An interface as it is to be found at this moment.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Alias">Its name.</param>
/// <param name="IsLoopback">True if its hardware id, just read, is the loopback's, or it is the built-in loopback: nobody can ask it for an address.</param>
/// <param name="Reference">What to store of it.</param>
internal sealed record ResolvedInterface(uint Index, string Alias, bool IsLoopback, InterfaceRef Reference);
