namespace DsrReadiness.Releases;

/// <summary>What a family of addresses does with packets for another interface's address.</summary>
internal enum HostModel
{
    /// <summary>The release does not have the family.</summary>
    Absent,

    /// <summary>Accepted and answered on every interface, and not to be changed.</summary>
    FixedWeak,

    /// <summary>Dropped, and not to be changed.</summary>
    FixedStrong,

    /// <summary>Dropped until it is switched on, for each interface.</summary>
    Settable,
}

/// <summary>What configures the firewall from a command line.</summary>
internal enum FirewallTool
{
    /// <summary>There is no firewall.</summary>
    None,

    /// <summary><c>netsh firewall</c>: ports, for all addresses of the computer.</summary>
    NetshFirewall,

    /// <summary><c>netsh advfirewall</c>: rules with addresses and ports.</summary>
    NetshAdvFirewall,
}

/// <summary>Whether an address can be kept from being a source.</summary>
internal enum SkipAsSource
{
    /// <summary>It cannot.</summary>
    Absent,

    /// <summary>With an update that may be missing.</summary>
    WithUpdate,

    /// <summary>It can.</summary>
    Present,
}
