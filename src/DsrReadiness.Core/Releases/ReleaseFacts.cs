using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Releases;

/// <summary>All that scripts for one release depend on. Scripts for two releases differ by this alone.</summary>
internal sealed class ReleaseFacts
{
    public required ScriptRelease Release { get; init; }

    /// <summary>The name as Microsoft writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The version number, with the build.</summary>
    public required string Version { get; init; }

    /// <summary>The release whose management classes it has.</summary>
    public required WindowsRelease Classes { get; init; }

    public required Known<HostModel> IPv4 { get; init; }

    public required Known<HostModel> IPv6 { get; init; }

    /// <summary>What the loopback adapter is called in the hardware wizard; no release has a command that makes it.</summary>
    public required Known<string> AdapterName { get; init; }

    /// <summary>How to get to the hardware wizard.</summary>
    public required Known<string> AdapterMaking { get; init; }

    public required Known<FirewallTool> Firewall { get; init; }

    /// <summary>True if one network that is public makes the firewall treat all of them so.</summary>
    public required Known<bool> OneProfileForAll { get; init; }

    /// <summary>True if the tools take a prefix that holds one address.</summary>
    public required Known<bool> HostPrefix { get; init; }

    public required Known<SkipAsSource> SkipAsSource { get; init; }

    /// <summary>True if the loopback's routes have to be kept from winning by the highest metric.</summary>
    public required Known<bool> NeedsMetric { get; init; }

    /// <summary>True if <c>netsh</c> can keep the adapter out of DNS.</summary>
    public required Known<bool> DnsByNetsh { get; init; }

    /// <summary>True if <c>wmic</c> is there and can switch NetBIOS off by the interface's index.</summary>
    public required Known<bool> NetBiosByWmic { get; init; }

    /// <summary>True if <c>netsh interface ipv4</c> is there: it keeps the running and the stored state, and takes names and indexes.</summary>
    public required Known<bool> HasStores { get; init; }

    /// <summary>True if the network cmdlets are part of the release.</summary>
    public required Known<bool> HasCmdlets { get; init; }

    public Known<HostModel> HostModelOf(IPFamily family) => family == IPFamily.IPv4 ? IPv4 : IPv6;

    public static ReleaseFacts Of(ScriptRelease release) => ReleaseTable.All.Single(each => each.Release == release);
}
