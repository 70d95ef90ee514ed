namespace DsrReadiness.Cim;

/// <summary>Where a reading of a class with stores comes from.</summary>
public enum CimStore
{
    /// <summary>The class has no stores.</summary>
    None,

    /// <summary>The running state (<c>ActiveStore</c>).</summary>
    Active,

    /// <summary>What is loaded at the next start (<c>PersistentStore</c>).</summary>
    Persistent,
}
