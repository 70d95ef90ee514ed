using System;

namespace DsrReadiness.Cim;

/// <summary>A mask of firewall profiles; zero stands for all of them.</summary>
[Flags]
public enum FirewallProfiles
{
    /// <summary><c>0</c></summary>
    Any = 0,

    /// <summary><c>1</c></summary>
    Domain = 1,

    /// <summary><c>2</c></summary>
    Private = 2,

    /// <summary><c>4</c></summary>
    Public = 4,
}
