using System;
using System.Collections.Generic;
using System.Net;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab;

/// <summary>
/// How a lab server behaves where Windows is known to differ, to be slow or to fail. Unless said otherwise it is strict, and quick enough to
/// be waited for.
/// </summary>
public sealed class LabBehaviour
{
    internal LabBehaviour()
    {
    }

    /// <summary>What a change that names no store does.</summary>
    public LabOmittedStore OmittedStore { get; set; }

    /// <summary>The kind of failure for an address or route that exists already: seen are AlreadyExists (5010) and InvalidParameter (87).</summary>
    public FailureKind AlreadyExists { get; set; } = FailureKind.AlreadyExists;

    /// <summary>What becomes of a static IPv4 address while DHCP is on.</summary>
    public LabStaticUnderDhcp StaticUnderDhcp { get; set; }

    /// <summary>How long a new address is tentative.</summary>
    public TimeSpan AddressSettlesAfter { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Addresses that somebody else on the network has: they end as Duplicate.</summary>
    public ICollection<IPAddress> TakenAddresses { get; } = new HashSet<IPAddress>();

    /// <summary>From the creation of a loopback device until its adapter is there.</summary>
    public TimeSpan AdapterAppearsAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>From the adapter until its IP interfaces are there.</summary>
    public TimeSpan IPAppearsAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>From an IP interface that asks for DHCP in vain until it has an address of 169.254.0.0/16.</summary>
    public TimeSpan AutoconfiguresAfter { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How many of the next renamings of an adapter fail as Transient.</summary>
    public int TransientRenames { get; set; }

    /// <summary>True if an adapter has another interface index after it was disabled and enabled.</summary>
    public bool IndexChangesOnEnable { get; set; } = true;

    /// <summary>The failure of every installation of a device from now on; null if they succeed.</summary>
    public FailureKind? InstallationFails { get; set; }

    /// <summary>True if a device is complete, or gone, only after a restart.</summary>
    public bool InstallationNeedsRestart { get; set; }

    /// <summary>True if even reading the firewall needs elevation; reports disagree.</summary>
    public bool FirewallReadsNeedElevation { get; set; }

    /// <summary>Names of operation options that the firewall does not know: conditions given under them are silently left out of the rule.</summary>
    public ICollection<string> UnknownFirewallOptions { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True if packets for a VIP get no answer whatever the server's settings are: a service that hangs, another firewall, a filter driver, IPsec. No reading tells.</summary>
    public bool IgnoresPackets { get; set; }

    /// <summary>How long a packet for a VIP waits for what comes of it, of real time, which no clock of the lab sees: for those who stop a command while it waits.</summary>
    public TimeSpan AnswersAfter { get; set; }

    /// <summary>The status that a web server on it answers with.</summary>
    public int HttpStatus { get; set; } = 200;

    /// <summary>How long each call takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How long each call takes of real time, which the server's clock does not see: for those who measure how the caller waits.</summary>
    public TimeSpan RealLatency { get; set; }

    /// <summary>How long a restart takes.</summary>
    public TimeSpan RestartTakes { get; set; } = TimeSpan.FromMinutes(1);
}
