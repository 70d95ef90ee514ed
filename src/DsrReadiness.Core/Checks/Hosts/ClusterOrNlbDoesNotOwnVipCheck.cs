using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Hosts;

/// <summary>
/// A failover cluster brings its addresses online on an answering interface, and Network Load Balancing has the server answer for its own: either takes the VIP away
/// from the balancer.
/// </summary>
internal sealed class ClusterOrNlbDoesNotOwnVipCheck() : Check(new CheckInfo(
    "H07",
    "Neither a failover cluster nor Network Load Balancing has its hands on the VIP",
    [Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(NetAdapterBindingClass.Class), new ReadingId(ClusterResourceClass.Class), new ReadingId(ClusterNetworkClass.Class), new ReadingId(ClusterInterfaceClass.Class)]))
{
    private const string NetworkLoadBalancing = "ms_nlb";

    private static readonly string[] s_addressTypes = ["IP Address", "IPv6 Address"];
    private static readonly char[] s_separators = [' ', '(', ')', ',', ';', '[', ']', '\'', '"', '/'];

    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Environment == DsrEnvironment.Cluster
        ? [NotApplicable("In environment Cluster the cluster is to have the VIP.")]
        : [JudgeCluster(context), .. JudgeNetworks(context), JudgeNlb(context)];

    /// <summary>The addresses in a resource's name. A resource holds its address in private properties, which this class does not show.</summary>
    private static IEnumerable<IPAddress> AddressesIn(string name)
    {
        foreach (string word in name.Split(s_separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.IndexOfAny(['.', ':']) >= 0 && AddressText.TryParse(word, out IPAddress? address))
                yield return AddressText.Canonical(address);
        }
    }

    private static bool IsAddress(ClusterResource resource) =>
        resource.Type.TryGet(out string type) && s_addressTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    private Finding JudgeCluster(CheckContext context)
    {
        Reading<ClusterResource> reading = context.Snapshot.ClusterResources;
        if (reading.Failure is { Kind: FailureKind.InvalidNamespace or FailureKind.InvalidClass })
            return Passed("failover cluster", "The server is in no failover cluster.");
        if (!reading.TryGet(out IReadOnlyList<ClusterResource>? resources, out Missing? missing))
            return Unknown(missing, "failover cluster");
        if (resources.FirstOrDefault(each => !each.Type.HasValue) is { } untold)
            return Unknown(Missing.Property($"Type of the cluster resource '{SafeText.Of(untold.Name)}'", untold.Type), "failover cluster");
        ClusterResource[] addresses = resources.Where(IsAddress).ToArray();
        foreach (ClusterResource resource in addresses)
        {
            if (AddressesIn(resource.Name).FirstOrDefault(context.Service.VirtualIPAddresses.Contains) is { } vip)
            {
                return Failed(
                    vip.ToString(),
                    $"The failover cluster has a resource '{SafeText.Of(resource.Name)}' for {vip}, which it brings online on an interface that answers for it.",
                    "Take the resource out of the cluster; or, if the cluster is to have the VIP, give the environment Cluster.",
                    "no cluster resource",
                    resource.Type.ToString());
            }
        }

        string[] untellable = addresses.Where(each => !AddressesIn(each.Name).Any()).Select(each => $"'{SafeText.Of(each.Name)}'").ToArray();
        return untellable.Length == 0
            ? Passed("failover cluster", "No resource of the failover cluster is for a VIP of the service.")
            : Unknown(
                "failover cluster",
                $"The names of cluster resources do not show which address they are for: {Wording.Some(untellable)}.",
                Advice.Show("Compare the addresses of the cluster's resources with the VIP.", "Get-ClusterResource | Get-ClusterParameter -Name Address"));
    }

    /// <summary>A cluster takes every adapter with an address for an interface of some network. On one that it uses it may bring addresses online, and it asks there whether the other nodes are alive.</summary>
    private IEnumerable<Finding> JudgeNetworks(CheckContext context)
    {
        if (context.Snapshot.ClusterResources.Failure is { Kind: FailureKind.InvalidNamespace or FailureKind.InvalidClass })
            yield break;
        if (!context.Snapshot.ClusterInterfaces.TryGet(out IReadOnlyList<ClusterInterface>? known, out Missing? missing)
            || !context.Snapshot.ClusterNetworks.TryGet(out IReadOnlyList<ClusterNetwork>? rows, out missing))
        {
            yield return Unknown(missing, "failover cluster");
            yield break;
        }

        foreach (HostInterface loopback in context.KnownLoopbacks())
        {
            if (loopback.Adapter?.InterfaceGuid.TryGet(out string guid) == true
                && known.FirstOrDefault(each => each.AdapterId.TryGet(out string id) && Same(id, guid)) is { } own)
            {
                yield return JudgeNetwork(loopback, own, rows);
            }
        }
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim('{', '}'), other.Trim('{', '}'), StringComparison.OrdinalIgnoreCase);

    private Finding JudgeNetwork(HostInterface loopback, ClusterInterface own, IReadOnlyList<ClusterNetwork> networks)
    {
        if (!own.Network.TryGet(out string name))
            return Unknown(Missing.Property($"Network of the cluster's interface for {loopback}", own.Network), loopback.Alias);
        ClusterNetwork? network = networks.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));
        if (network is null || !network.Role.TryGet(out uint role))
            return Unknown(Missing.Property($"Role of the cluster network '{SafeText.Of(name)}'", network?.Role ?? default), loopback.Alias);
        return role == 0
            ? Passed(loopback.Alias, $"The failover cluster does not use its network '{SafeText.Of(name)}', which {loopback} is in.", "role 0", "role 0")
            : Failed(
                loopback.Alias,
                $"The failover cluster uses {loopback} as its network '{SafeText.Of(name)}' (role {role}): it looks there for its other nodes, which nobody can reach by it, and may bring addresses online.",
                "Set the role of that network to none: in Failover Cluster Manager, its property \"Do not allow cluster network communication on this network\".",
                "role 0",
                $"role {role}");
    }

    private Finding JudgeNlb(CheckContext context)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? on, out Missing? missing)
            || !Bindings.Of(context.Snapshot, on).TryGet(out IReadOnlyList<AdapterBinding>? bindings, out missing))
        {
            return Unknown(missing);
        }

        AdapterBinding? nlb = bindings.FirstOrDefault(each => string.Equals(each.ComponentId, NetworkLoadBalancing, StringComparison.OrdinalIgnoreCase));
        if (nlb is null || nlb.Enabled.Is(false))
            return Passed(on.Alias, $"Network Load Balancing is not bound to {on}.", "not bound", "not bound");
        return nlb.Enabled.HasValue
            ? Failed(
                on.Alias,
                $"Network Load Balancing is bound to {on}: it changes the interface's MAC and answers ARP for addresses of its own.",
                $"Take the server out of that cluster, or unbind {NetworkLoadBalancing} from the interface with index {on.Index} in the adapter's properties.",
                "not bound",
                "bound")
            : Unknown(Missing.Property($"Enabled of {NetworkLoadBalancing} on {on}", nlb.Enabled), on.Alias);
    }
}
