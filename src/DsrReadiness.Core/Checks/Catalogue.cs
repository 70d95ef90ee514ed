using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks.Adapters;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Checks.Hosts;
using DsrReadiness.Checks.Listeners;
using DsrReadiness.Checks.Names;
using DsrReadiness.Checks.Neighbors;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Checks;

/// <summary>Every check, listed by hand and in the order in which results are reported.</summary>
internal sealed class Catalogue
{
    /// <summary>Lists checks.</summary>
    /// <exception cref="ArgumentException">Two checks have the same id or the same name.</exception>
    public Catalogue(params Check[] checks)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Check check in checks)
        {
            if (!known.Add(check.Info.Id) || !known.Add(check.Info.Name))
                throw new ArgumentException($"Check {check.Info.Id} {check.Info.Name} is listed twice.", nameof(checks));
        }

        Checks = checks;
    }

    /// <summary>The checks that look at a server. The others compare what these find.</summary>
    public static Catalogue Observing { get; } = new(
        new ReplyAvoidsBalancerCheck(),
        new TrafficInterfaceIsKnownCheck(),
        new BalancerOnSameSegmentCheck(),
        new NoPendingRestartCheck(),
        new NetworkSetupServiceEnabledCheck(),
        new EnvironmentRecognisedCheck(),
        new ClusterOrNlbDoesNotOwnVipCheck(),
        new HostModelIsConfigurableCheck(),
        new TrafficInterfaceWorksCheck(),
        new OwnAddressAndRoutePersistCheck(),
        new LoopbackAdapterExistsCheck(),
        new LoopbackIsUnambiguousCheck(),
        new LoopbackIsUpCheck(),
        new AliasesAreUniqueCheck(),
        new LoopbackIdentityUnchangedCheck(),
        new LoopbackBindingsTrimmedCheck(),
        new NetBiosDisabledOnLoopbackCheck(),
        new NoAutoconfiguredAddressCheck(),
        new SharedMacAddressCheck(),
        new VipIsPresentCheck(),
        new VipPrefixIsHostCheck(),
        new VipIsNotOnAnAnsweringInterfaceCheck(),
        new VipIsPreferredCheck(),
        new VipIsPersistentCheck(),
        new VipIsSkippedAsSourceCheck(),
        new NothingElseOnLoopbackCheck(),
        new NoGatewayOnLoopbackCheck(),
        new NoDnsServersOnLoopbackCheck(),
        new LoopbackRoutesCoverNoPeerCheck(),
        new LoopbackMetricIsHigherCheck(),
        new VipIsUsableCheck(),
        new SourceAddressIsNotVipCheck(),
        new WeakHostReceiveOnTrafficInterfaceCheck(),
        new WeakHostSendOnLoopbackCheck(),
        new WeakHostReceiveOnLoopbackCheck(),
        new WeakHostSendOnTrafficInterfaceCheck(),
        new HostModelIsPersistentCheck(),
        new WeakHostOffElsewhereCheck(),
        new ForwardingIsOffCheck(),
        new NoPoolMemberAnswersArpCheck(),
        new NoNeighbourClaimsVipCheck(),
        new LoopbackDoesNotAdvertiseCheck(),
        new DuplicateAddressDetectionCheck(),
        new LoopbackIsNotRegisteredInDnsCheck(),
        new TrafficInterfaceIsRegisteredCheck(),
        new PolicyDoesNotForceRegistrationCheck(),
        new HostNameDoesNotResolveToVipCheck(),
        new DnsServerPublishesNoVipCheck(),
        new InboundTrafficIsAllowedCheck(),
        new AllowedInLoopbackCategoryTooCheck(),
        new RuleIsNotTiedToLoopbackAliasCheck(),
        new FirewallIsOnCheck(),
        new LocalRulesAreMergedCheck(),
        new NetworkCategoryCheck(),
        new NoIPsecDemandedCheck(),
        new ListenerCoversVipCheck(),
        new ListenerCoversProbeCheck(),
        new ProbeMatchesServiceCheck(),
        new HttpListenListCoversVipCheck(),
        new UdpRepliesFromVipCheck(),
        new HttpSiteCoversVipCheck(),
        new FileServiceNamesCheck(),
        new OneProcessAnswersCheck());

    public static Catalogue All { get; } = new([.. Observing.Checks, new SameAsLastReadyCheck(Observing), new SameAsPoolCheck(Observing)]);

    public IReadOnlyList<Check> Checks { get; }

    /// <summary>What any of the checks reads.</summary>
    public IReadOnlyList<ReadingId> Reads => Checks.SelectMany(check => check.Info.Reads).Distinct().ToArray();
}
