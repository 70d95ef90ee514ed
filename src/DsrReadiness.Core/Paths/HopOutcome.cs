namespace DsrReadiness.Paths;

/// <summary>What becomes of the packet at a hop.</summary>
public enum HopOutcome
{
    /// <summary>It goes on, or all is as it should be.</summary>
    Passes,

    /// <summary>What decides it could not be read.</summary>
    Undetermined,

    /// <summary>It ends here.</summary>
    Dropped,

    /// <summary>The VIP is shown where it must not be seen.</summary>
    Leaks,
}
