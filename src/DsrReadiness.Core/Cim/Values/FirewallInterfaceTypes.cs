using System;

namespace DsrReadiness.Cim;

/// <summary>A mask of interface types that a firewall rule is limited to; zero stands for all of them.</summary>
[Flags]
public enum FirewallInterfaceTypes
{
    /// <summary><c>0</c></summary>
    Any = 0,

    /// <summary><c>1</c></summary>
    Wired = 1,

    /// <summary><c>2</c></summary>
    Wireless = 2,

    /// <summary><c>4</c></summary>
    RemoteAccess = 4,
}
