using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Plans.Parts;

/// <summary>
/// Rules that let the service and the probe in: each for one address, protocol and ports. A rule is created disabled, its conditions are read back one by one, and
/// only then is it enabled: a condition that Windows did not understand would leave a rule that lets more in than it should.
/// </summary>
internal static class FirewallPart
{
    private static readonly CimStore[] s_persistent = [CimStore.Persistent];

    public static void Add(PlanBuilder plan)
    {
        var judge = new FlowJudge(plan.Context.Snapshot);
        Add(plan, flow => LacksRule(plan.Context, judge, flow));
    }

    /// <summary>Adds rules whatever other rules do, but for those of ours that are there.</summary>
    public static void AddAll(PlanBuilder plan)
    {
        if (Flow.OfAll(plan.Context.Service).Any(flow => IsIgnored(plan.Context, flow)))
        {
            throw new PlanRefusedException(new Refusal(
                "W05",
                "Policy ignores local rules (AllowLocalFirewallRules is False): a rule made on this server lets nothing in.",
                "Put the rule into the group policy that switches local rules off, or have that policy allow local rules."));
        }

        HashSet<string> ours = [.. OwnRules.Of(plan.Context.Snapshot).Select(rule => rule.Get(NetFirewallRuleClass.InstanceId).Or(string.Empty))];
        Add(plan, flow => !ours.Contains(Id(flow)));
    }

    /// <summary>Removes the rules that a plan made for the VIPs: those of our group and name.</summary>
    public static void AddRemovals(PlanBuilder plan) => AddRemovals(
        plan, id => plan.Context.Service.VirtualIPAddresses.Any(vip => id.StartsWith($"{OwnRules.Group}-{vip}-", StringComparison.Ordinal)));

    /// <summary>Removes rules of our group.</summary>
    public static void AddRemovals(PlanBuilder plan, Func<string, bool> isUnwanted)
    {
        CheckContext context = plan.Context;
        foreach (CimRow rule in OwnRules.Of(context.Snapshot))
        {
            string id = rule.Get(NetFirewallRuleClass.InstanceId).Or(string.Empty);
            if (!isUnwanted(id))
                continue;
            plan.Add(new Change
            {
                Text = $"Remove firewall rule {id}.",
                CheckId = "W01",
                Row = new RowSelector(NetFirewallRuleClass.Class, null, new CimCondition(NetFirewallRuleClass.InstanceId, id)),
                Stores = s_persistent,
                To = RowState.Absent,
                From = new Dictionary<CimStore, RowState> { [CimStore.Persistent] = RowState.Of(rule) },
                Options = [.. Conditions(context.Snapshot, id)],
            });
        }
    }

    private static void Add(PlanBuilder plan, Func<Flow, bool> isWanted)
    {
        DsrService service = plan.Context.Service;
        IEnumerable<Flow> flows = service.VirtualIPAddresses.SelectMany(vip => Flow.OfService(service, vip)).Concat(Flow.OfProbe(service));
        foreach (IGrouping<(IPAddress To, TransportProtocol Protocol, PortRange? Ports), Flow> rule in flows
            .Where(isWanted).GroupBy(flow => (flow.To, flow.Protocol, flow.Ports)))
        {
            AddRule(plan, [.. rule]);
        }
    }

    /// <summary>The conditions of a rule as they are, to make it again with.</summary>
    private static IEnumerable<CimAssignment> Conditions(Snapshot snapshot, string id) =>
        from property in new CimProperty[]
        {
            NetAddressFilterClass.LocalAddress, NetAddressFilterClass.RemoteAddress, NetProtocolPortFilterClass.Protocol,
            NetProtocolPortFilterClass.LocalPort, NetProtocolPortFilterClass.IcmpType,
        }
        let row = snapshot.Read(CimClasses.Find(property.ClassName)!, CimStore.Persistent).Rows?
            .FirstOrDefault(each => each.TryGetRaw(each.Class.Find("InstanceID")!, out object? raw) && Equals(raw, id))
        where row is not null
        let value = ValueOf(row, property)
        where value is not null && !property.Same(value, new object?[] { "Any" })
        select new CimAssignment(property, value);

    private static object? ValueOf(CimRow row, CimProperty property) => row.TryGetRaw(property, out object? raw) ? raw : null;

    private static bool LacksRule(CheckContext context, FlowJudge judge, Flow flow) =>
        !IsIgnored(context, flow) && Interfaces(context, flow).Any(on => judge.Judge(flow, on).TryGet(out FlowVerdict? verdict, out _) && verdict.LacksRule);

    /// <summary>Policy ignores local rules where the flow arrives: W05 says what to do, and a rule of ours would do nothing.</summary>
    private static bool IsIgnored(CheckContext context, Flow flow) => Interfaces(context, flow).Take(1)
        .Any(on => FirewallState.Of(context.Snapshot, on).TryGet(out FirewallState? state, out _) && state.IgnoresLocalRules);

    private static IEnumerable<HostInterface> Interfaces(CheckContext context, Flow flow)
    {
        if (context.TrafficInterface.TryGet(out HostInterface? trafficInterface, out _))
            yield return trafficInterface;
        if (context.Service.VirtualIPAddresses.Contains(flow.To) && context.LoopbackOf(flow.To).TryGet(out HostInterface? loopback, out _))
            yield return loopback;
    }

    private static void AddRule(PlanBuilder plan, IReadOnlyList<Flow> flows)
    {
        string id = FreeId(plan.Context, flows[0]);
        CimAssignment[] conditions = [.. Conditions(flows)];
        var row = new RowSelector(NetFirewallRuleClass.Class, null, new CimCondition(NetFirewallRuleClass.InstanceId, id));
        plan.Add(new Change
        {
            Text = $"Create firewall rule {id}, which allows {flows[0]}, disabled.",
            CheckId = "W01",
            Row = row,
            Stores = s_persistent,
            To = RowState.Present(
                (NetFirewallRuleClass.ElementName, $"DSR {flows[0].Service} to {flows[0].To}"),
                (NetFirewallRuleClass.RuleGroup, OwnRules.Group),
                (NetFirewallRuleClass.Enabled, (long)RuleEnabled.False),
                (NetFirewallRuleClass.Direction, (long)FirewallDirection.Inbound),
                (NetFirewallRuleClass.Action, (long)FirewallAction.Allow),
                (NetFirewallRuleClass.Profiles, (long)FirewallProfiles.Any)),
            From = new Dictionary<CimStore, RowState> { [CimStore.Persistent] = RowState.Absent },
            Options = conditions,
            Proofs = [.. Proofs(id, conditions)],
        });
        plan.Add(new Change
        {
            Text = $"Enable firewall rule {id}.",
            CheckId = "W01",
            Row = row,
            Stores = s_persistent,
            To = RowState.Present((NetFirewallRuleClass.Enabled, (long)RuleEnabled.True)),
            Proofs = [new RowExpectation(row, CimStore.Active, RowState.Present((NetFirewallRuleClass.Enabled, (long)RuleEnabled.True)))],
        });
    }

    private static string Id(Flow flow) => $"{OwnRules.Group}-{flow.To}-{flow.Service.Replace('/', '-').Replace(' ', '-')}";

    /// <summary>An id that no rule has: one that is taken belongs to a rule whose conditions are not ours to change.</summary>
    private static string FreeId(CheckContext context, Flow flow)
    {
        string id = Id(flow);
        HashSet<string> taken = [.. new[] { CimStore.Active, CimStore.Persistent }
            .SelectMany(store => context.Snapshot.Read(NetFirewallRuleClass.Class, store).Rows ?? [])
            .Select(row => row.Get(NetFirewallRuleClass.InstanceId).Or(string.Empty).ToUpperInvariant())];
        string free = id;
        for (int i = 2; taken.Contains(free.ToUpperInvariant()); i++)
            free = id + "-" + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    private static IEnumerable<CimAssignment> Conditions(IReadOnlyList<Flow> flows)
    {
        Flow one = flows[0];
        yield return new CimAssignment(NetAddressFilterClass.LocalAddress, new object?[] { one.To.ToString() });
        if (flows.All(flow => flow.From is not null))
            yield return new CimAssignment(NetAddressFilterClass.RemoteAddress, flows.Select(flow => TextOf(flow.From!)).Distinct().ToArray<object?>());
        yield return new CimAssignment(NetProtocolPortFilterClass.Protocol, ProtocolOf(one));
        if (one.Ports is { } ports)
            yield return new CimAssignment(NetProtocolPortFilterClass.LocalPort, new object?[] { ports.ToString() });
        else
            yield return new CimAssignment(NetProtocolPortFilterClass.IcmpType, new object?[] { one.Family == IPFamily.IPv4 ? "8" : "128" });
    }

    private static IEnumerable<RowExpectation> Proofs(string id, CimAssignment[] conditions)
    {
        yield return Proof(NetAddressFilterClass.Class, NetAddressFilterClass.InstanceId, id, conditions);
        yield return Proof(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.InstanceId, id, conditions);
    }

    private static RowExpectation Proof(CimClass filter, CimProperty<string> instanceId, string id, CimAssignment[] conditions) => new(
        new RowSelector(filter, null, new CimCondition(instanceId, id)),
        CimStore.Persistent,
        RowState.Present(conditions.Where(each => filter.Find(each.Name) is not null).ToDictionary(each => filter.Find(each.Name)!, each => each.Value)));

    private static string ProtocolOf(Flow flow) => flow.Protocol switch
    {
        TransportProtocol.Icmp => flow.Family == IPFamily.IPv4 ? "ICMPv4" : "ICMPv6",
        TransportProtocol.Udp => "UDP",
        _ => "TCP",
    };

    private static string TextOf(IPPrefix prefix) => prefix.IsHost ? prefix.Network.ToString() : prefix.ToString();
}
