using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Hosts;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;
using DnsRegistration = DsrReadiness.Desired.Settings.DnsRegistration;
using FirewallRule = DsrReadiness.Desired.Settings.FirewallRule;

namespace DsrReadiness.Plans;

/// <summary>Plans for one part of the set-up, for who goes step by step: the same changes as in the whole plan, and the same refusals.</summary>
internal static class PartialPlanner
{
    /// <summary>What no part of the set-up can do without.</summary>
    private static readonly Catalogue s_decisive = new(new HostModelIsConfigurableCheck(), new VipIsUsableCheck());

    /// <summary>A new loopback adapter, quiet in every way, with the VIPs.</summary>
    public static Plan NewLoopback(Snapshot snapshot, DsrService service, PlanOptions options, string? alias) => SetUp(snapshot, service, now =>
    {
        Place[] chosen = LoopbackChoice.ForSetUp(now.Context, options).Values.Distinct().ToArray();
        if (Array.Find(chosen, each => each.Index is not null) is { } present)
        {
            throw new PlanRefusedException(new Refusal(
                "A02", $"{present.Alias} is there for VIPs already.", "Add the address to it with Add-DsrVirtualIPAddress."));
        }

        Place loopback = alias is null ? chosen[0] : Place.ToBeMade(LoopbackChoice.Free(now.Context, alias));
        return WithVips(now, service.VirtualIPAddresses.ToDictionary(vip => vip, _ => loopback));
    });

    /// <summary>VIPs on a loopback that is there, which is made quiet first.</summary>
    public static Plan AddAddresses(Snapshot snapshot, DsrService service, PlanOptions options) =>
        SetUp(snapshot, service, now => WithVips(now, Existing(LoopbackChoice.ForSetUp(now.Context, options))));

    /// <summary>VIPs off the loopbacks that hold them.</summary>
    public static Plan RemoveAddresses(Snapshot snapshot, DsrService service) => TakeAway(snapshot, service, now =>
    {
        RemovalPlanner.RefuseSpecial(service.VirtualIPAddresses);
        return service.VirtualIPAddresses.SelectMany(vip =>
        {
            Address[] held = SeenAddresses.Of(snapshot).Any(row => row.Address.Equals(vip)) ? [.. Held(now.Context, vip)] : [];
            return held.Length > 0 ? held : throw new PlanRefusedException(new Refusal("V01", $"No loopback holds {vip}.", "Name a VIP that one holds: Get-DsrLoopback lists them."));
        });
    });

    /// <summary>Weak host send and receive on the loopbacks, and at last weak host receive on the traffic interface.</summary>
    public static Plan EnableWeakHost(Snapshot snapshot, DsrService service, PlanOptions options) => SetUp(
        snapshot, service, now => Prepared.For(service, Existing(LoopbackChoice.ForSetUp(now.Context, options)), TrafficInterface(now.Context), Scope.WeakHost, now));

    /// <summary>The strong host model on the traffic interface and then on the loopbacks, unless another VIP needs it.</summary>
    public static Plan DisableWeakHost(Snapshot snapshot, DsrService service, PlanOptions options) => TakeAway(snapshot, service, now =>
    {
        RefuseWhileOthersNeedIt(now.Context, options);
        WeakHost[] on = [.. Prepared.For(service, ChooseExisting(now.Context, options), TrafficInterface(now.Context), Scope.WeakHost, now).OfType<WeakHost>()];
        return on.Where(each => each.On!.Role == Role.Traffic).Concat(on.Where(each => each.On!.Role != Role.Traffic)).Select(each => each with { IsEnabled = false });
    });

    /// <summary>Rules that let the service and the probe in, whatever other rules do, but for those of ours that are there.</summary>
    public static Plan NewFirewallRules(Snapshot snapshot, DsrService service) => SetUp(snapshot, service, now =>
    {
        if (Flow.OfAll(service, now.Context.Environment).Any(flow => Prepared.IsIgnored(flow, now)))
        {
            throw new PlanRefusedException(new Refusal(
                "W05",
                "Policy ignores local rules (AllowLocalFirewallRules is False): a rule made on this server lets nothing in.",
                "Put the rule into the group policy that switches local rules off, or have that policy allow local rules."));
        }

        HashSet<string> ours = [.. OwnRules(snapshot).Select(rule => rule.Id)];
        return FirewallRule.For(Flow.OfAll(service, now.Context.Environment).Where(flow => !ours.Contains(FirewallRule.IdOf(flow))), snapshot);
    });

    /// <summary>Rules of ours away: those with these ids.</summary>
    public static Plan RemoveFirewallRules(Snapshot snapshot, DsrService service, IReadOnlyCollection<string> ids) =>
        TakeAway(snapshot, service, _ => OwnRules(snapshot).Where(rule => ids.Contains(rule.Id)));

    /// <summary>Dynamic DNS registration of the loopbacks, on or off.</summary>
    public static Plan SetDnsRegistration(Snapshot snapshot, DsrService service, PlanOptions options, bool isEnabled) => Make(
        snapshot, service, now => ChooseExisting(now.Context, options).Values.Distinct().Where(on => !on.IsBuiltIn).Select(on => new DnsRegistration(on, isEnabled, Shared: false)));

    /// <summary>A loopback adapter away, with the VIPs on it.</summary>
    public static Plan RemoveLoopback(Snapshot snapshot, DsrService service, PlanOptions options) => TakeAway(snapshot, service, now =>
    {
        RefuseWhileOthersNeedIt(now.Context, options);
        return
        [
            .. service.VirtualIPAddresses.SelectMany(vip => Held(now.Context, vip)),
            .. ChooseExisting(now.Context, options).Values.Distinct().Select(on => new LoopbackDevice(on, false)),
        ];
    });

    /// <summary>A part that sets something up is refused where no set-up can be.</summary>
    private static Plan SetUp(Snapshot snapshot, DsrService service, Func<Now, IEnumerable<Setting>> build) => Make(snapshot, service, now =>
    {
        CheckResult? decisive = new CheckRunner(s_decisive).Run(snapshot, service).Results
            .FirstOrDefault(result => result.Outcome is Outcome.Failed or Outcome.Unknown && result.Severity == Severity.Error);
        if (decisive is not null)
            throw new PlanRefusedException(decisive.ToRefusal());
        return build(now);
    });

    private static Plan TakeAway(Snapshot snapshot, DsrService service, Func<Now, IEnumerable<Setting>> build) => Make(snapshot, service, build, isRemoval: true);

    private static Plan Make(Snapshot snapshot, DsrService service, Func<Now, IEnumerable<Setting>> build, bool isRemoval = false)
    {
        var now = new Now(new CheckContext(snapshot, service));
        try
        {
            return new Plan(snapshot.ComputerName, service, [.. build(now).SelectMany(setting => setting.Missing(now))], []) { IsPart = true, IsRemoval = isRemoval };
        }
        catch (PlanRefusedException e)
        {
            return Plan.Refused(snapshot.ComputerName, service, e.Refusal);
        }
    }

    private static IEnumerable<Setting> WithVips(Now now, IReadOnlyDictionary<IPAddress, Place> loopbacks)
    {
        foreach (IPAddress vip in loopbacks.Keys)
        {
            if (Prepared.Answering(now.Context, vip).FirstOrDefault() is { } holder)
            {
                throw new PlanRefusedException(new Refusal(
                    "V03", $"{vip} is on {holder.Alias}, which answers ARP or ND for it.", "Take it off there first, or let Invoke-DsrPlan do both."));
            }
        }

        return Prepared.For(now.Context.Service, loopbacks, null, Scope.Loopback | Scope.Addresses | Scope.Strays, now);
    }

    private static IReadOnlyList<FirewallRule> OwnRules(Snapshot snapshot) => FirewallRule.Kept(snapshot).TryGet(out IReadOnlyList<FirewallRule>? rules, out Missing? missing)
        ? rules
        : throw new PlanRefusedException(new Refusal("W01", missing.Reason, missing.Recommendation));

    private static IEnumerable<Address> Held(HostContext context, IPAddress vip) =>
        Prepared.Holders(context, vip).Where(each => each.IsLoopback).Select(each => Address.Off(Place.Existing(each), vip));

    private static IReadOnlyDictionary<IPAddress, Place> ChooseExisting(HostContext context, PlanOptions options) => Existing(LoopbackChoice.Choose(context, options));

    private static IReadOnlyDictionary<IPAddress, Place> Existing(IReadOnlyDictionary<IPAddress, Place> chosen) => chosen.Values.All(each => each.Index is not null)
        ? chosen
        : throw new PlanRefusedException(new Refusal(
            "A01", "There is no loopback adapter that is known to be for VIPs.", "Make one with New-DsrLoopback, or name the one to use."));

    private static Place TrafficInterface(HostContext context) => context.TrafficInterface.TryGet(out HostInterface? found, out Missing? missing)
        ? Place.Existing(found, Role.Traffic)
        : throw new PlanRefusedException(new Refusal("H02", missing.Reason, missing.Recommendation));

    /// <summary>What serves every VIP goes with the last one only.</summary>
    private static void RefuseWhileOthersNeedIt(HostContext context, PlanOptions options)
    {
        HashSet<uint?> loopbacks = [.. ChooseExisting(context, options).Values.Select(each => each.Index)];
        IPAddress[] others = SeenAddresses.Of(context.Snapshot)
            .Where(row => loopbacks.Contains(row.InterfaceIndex) && !SpecialAddresses.IsAutomatic(row.Address) && !context.Service.VirtualIPAddresses.Contains(row.Address))
            .Select(row => row.Address)
            .Distinct()
            .ToArray();
        if (others.Length > 0)
        {
            throw new PlanRefusedException(new Refusal(
                "V07", $"{string.Join<IPAddress>(", ", others)} still needs it.", "Name these VIPs as well, or remove them first."));
        }
    }
}
