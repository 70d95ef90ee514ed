namespace DsrReadiness.Firewall;

/// <summary>What decides on a flow, the best first.</summary>
internal enum FlowCause
{
    /// <summary>The firewall filters nothing there.</summary>
    FirewallIsOff,

    /// <summary>A rule lets it in, or several together.</summary>
    AllowedByRule,

    /// <summary>No rule is about it, and the profile lets such traffic in.</summary>
    AllowedByDefault,

    /// <summary>The answer hangs on what cannot be read.</summary>
    Undetermined,

    /// <summary>No rule lets it in, and the profile blocks such traffic.</summary>
    BlockedByDefault,

    /// <summary>A rule blocks it, or several together.</summary>
    BlockedByRule,

    /// <summary>The profile lets nothing in.</summary>
    BlockedAltogether,
}
