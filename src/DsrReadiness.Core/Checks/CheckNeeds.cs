using System;

namespace DsrReadiness.Checks;

/// <summary>What must be there for a check to be asked at all; without it the runner answers NotApplicable.</summary>
[Flags]
internal enum CheckNeeds
{
    None = 0,

    /// <summary>The VIP belongs on a loopback, not on the traffic interface as where an agent or a cluster keeps it there.</summary>
    Loopback = 1,

    /// <summary>The service names a port.</summary>
    Port = 2,

    /// <summary>Windows has a host model that can be set, as every release since Vista and Server 2008 has.</summary>
    HostModel = 4,
}
