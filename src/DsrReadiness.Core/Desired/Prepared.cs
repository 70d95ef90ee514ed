using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DnsRegistration = DsrReadiness.Desired.Settings.DnsRegistration;
using FirewallRule = DsrReadiness.Desired.Settings.FirewallRule;

namespace DsrReadiness.Desired;

/// <summary>Which settings are asked for.</summary>
[Flags]
internal enum Scope
{
    /// <summary>The loopback adapter, quiet in every way.</summary>
    Loopback = 1,

    /// <summary>The VIPs on it.</summary>
    Addresses = 2,

    /// <summary>Weak host send and receive.</summary>
    WeakHost = 4,

    /// <summary>The rules that flows lack; without a snapshot, those for all of them.</summary>
    Rules = 8,

    /// <summary>What is only found by looking, and does not belong where it is.</summary>
    Strays = 16,

    /// <summary>All that a prepared server has.</summary>
    All = Loopback | Addresses | WeakHost | Rules | Strays,
}

/// <summary>What a prepared server is: the only definition, from which plans, scripts, cmdlets and advice are made.</summary>
internal static class Prepared
{
    /// <summary>The settings in their order, which closes before it opens: nothing lets a VIP in until everything that keeps it quiet is in place.</summary>
    /// <param name="service">The service.</param>
    /// <param name="loopbacks">Where each VIP belongs.</param>
    /// <param name="traffic">Where the balancer's frames arrive; null where nothing of the scope is there.</param>
    /// <param name="scope">What is asked for.</param>
    /// <param name="now">The server as it is; null where nothing is known of it.</param>
    public static IEnumerable<Setting> For(DsrService service, IReadOnlyDictionary<IPAddress, Place> loopbacks, Place? traffic, Scope scope, Now? now)
    {
        foreach (IGrouping<Place, IPAddress> loopback in loopbacks.GroupBy(pair => pair.Value, pair => pair.Key))
        {
            IPFamily[] families = [.. loopback.Select(vip => vip.Family()).Distinct().OrderBy(family => family)];
            IEnumerable<Setting> settings =
            [
                .. scope.HasFlag(Scope.Loopback) && !loopback.Key.IsBuiltIn ? Quiet(service, loopback.Key, families) : [],
                .. scope.HasFlag(Scope.Strays) && now is not null ? Strays(loopback.Key, now) : [],
                .. scope.HasFlag(Scope.WeakHost) ? families.SelectMany(family => new[] { new WeakHost(loopback.Key, family, true, true), new WeakHost(loopback.Key, family, false, true) }) : [],
            ];
            foreach (Setting setting in settings)
                yield return setting;
        }

        foreach (KeyValuePair<IPAddress, Place> pair in scope.HasFlag(Scope.Addresses) ? loopbacks : new Dictionary<IPAddress, Place>())
        {
            foreach (Address stray in scope.HasFlag(Scope.Strays) && now is not null ? Misplaced(pair.Key, now) : [])
                yield return stray;
            yield return Address.Vip(pair.Value, pair.Key);
        }

        if (scope.HasFlag(Scope.Rules))
        {
            foreach (FirewallRule rule in now is null ? FirewallRule.For(Flow.OfAll(service, service.Environment)) : FirewallRule.For(Flow.OfAll(service, now.Context.Environment).Where(flow => LacksRule(flow, now)), now.Snapshot))
                yield return rule;
        }

        foreach (IPFamily family in scope.HasFlag(Scope.WeakHost) && traffic is not null ? service.Families : [])
            yield return new WeakHost(traffic!, family, false, true);
    }

    /// <summary>The loopback adapter, made if need be, and quiet in every way before it has an address.</summary>
    private static IEnumerable<Setting> Quiet(DsrService service, Place loopback, IPFamily[] families)
    {
        yield return new LoopbackDevice(loopback, true, families);
        if (loopback.Reference is not null)
            yield return loopback.Index is null ? new AdapterName(loopback) : new AdapterEnabled(loopback, true, families);
        foreach (string component in Binding.Unwanted)
        {
            // File and print services answer through ms_server, which Windows binds to a new adapter by itself.
            bool isNeeded = service.IsFileService && component == Binding.FileServer;
            if (!isNeeded || !loopback.IsNew)
                yield return new Binding(loopback, component, isNeeded);
        }

        if (!service.IsFileService)
            yield return new NetBios(loopback, NetBiosOptions.DisableNetbios);
        yield return new DnsRegistration(loopback, false);
        if (families.Contains(IPFamily.IPv4))
            yield return new Dhcp(loopback, false);
        foreach (IPFamily family in families)
            yield return new InterfaceMetric(loopback, family, InterfaceMetric.High);
        if (families.Contains(IPFamily.IPv6))
            yield return new Advertising(loopback, false);
    }

    /// <summary>Addresses that Windows gave the loopback for want of a DHCP server, and default routes.</summary>
    private static IEnumerable<Setting> Strays(Place loopback, Now now)
    {
        foreach (HostAddress address in (now.Snapshot.Addresses(CimStore.Active).Rows ?? []).Where(row => row.InterfaceIndex == loopback.Index && SpecialAddresses.IsApipa(row.Address)))
            yield return Address.Off(loopback, address.Address, "A08");
        foreach (Route route in (now.Snapshot.Routes.Rows ?? []).Where(each => each.InterfaceIndex == loopback.Index && each.Destination.IsDefault))
        {
            if (route.NextHop.TryGet(out IPAddress nextHop))
                yield return new DefaultRoute(loopback, route.Destination, nextHop, false);
        }
    }

    /// <summary>A VIP on the interfaces that answer ARP or ND for it, in either store.</summary>
    /// <exception cref="PlanRefusedException">No other address is there but VIPs of the service, so that taking it off would cut the server off.</exception>
    public static IEnumerable<Address> Misplaced(IPAddress vip, Now now)
    {
        foreach (HostInterface holder in Answering(now.Context, vip))
        {
            if (IsOnlyAddress(now, holder, vip))
            {
                throw new PlanRefusedException(new Refusal(
                    "V03",
                    $"{holder.Alias} answers for {vip} and has no other {vip.Family()} address of its own: taking it off would cut the server off.",
                    $"Give {holder.Alias} an address of its own first, and plan again."));
            }

            yield return Address.Off(Place.Existing(holder, Role.Answering), vip, "V03");
        }
    }

    /// <summary>The interfaces that hold an address and answer ARP or ND for it, now or after the next start.</summary>
    public static IEnumerable<HostInterface> Answering(HostContext context, IPAddress address) =>
        Holders(context, address).Where(each => !each.IsLoopback && !context.Topology.IsGone(each.Index));

    /// <summary>The interfaces that hold an address, in either store.</summary>
    public static IEnumerable<HostInterface> Holders(HostContext context, IPAddress address) => new[] { CimStore.Active, CimStore.Persistent }
        .SelectMany(store => context.Snapshot.Addresses(store).Rows ?? [])
        .Where(row => row.Address.Equals(address))
        .Select(row => row.InterfaceIndex)
        .Distinct()
        .Select(index => context.Topology.Find(index).TryGet(out HostInterface? found, out _) ? found : null)
        .OfType<HostInterface>();

    private static bool IsOnlyAddress(Now now, HostInterface holder, IPAddress vip)
    {
        HostAddress[] active = [.. (now.Snapshot.Addresses(CimStore.Active).Rows ?? []).Where(row => row.InterfaceIndex == holder.Index && row.Family == vip.Family())];
        return active.Any(row => row.Address.Equals(vip)) && active.All(row => now.Context.Service.VirtualIPAddresses.Contains(row.Address) || SpecialAddresses.IsAutomatic(row.Address));
    }

    private static bool LacksRule(Flow flow, Now now) =>
        !IsIgnored(flow, now) && Interfaces(flow, now.Context).Any(on => now.Firewall.Judge(flow, on).TryGet(out FlowVerdict? verdict, out _) && verdict.LacksRule);

    /// <summary>Policy ignores local rules where the flow arrives: W05 says what to do, and a rule of ours would do nothing.</summary>
    public static bool IsIgnored(Flow flow, Now now) => Interfaces(flow, now.Context).Take(1)
        .Any(on => FirewallState.Of(now.Snapshot, on).TryGet(out FirewallState? state, out _) && state.IgnoresLocalRules);

    private static IEnumerable<HostInterface> Interfaces(Flow flow, HostContext context)
    {
        if (context.TrafficInterface.TryGet(out HostInterface? trafficInterface, out _))
            yield return trafficInterface;
        if (context.Service.VirtualIPAddresses.Contains(flow.To) && context.LoopbackOf(flow.To).TryGet(out HostInterface? loopback, out _))
            yield return loopback;
    }
}
