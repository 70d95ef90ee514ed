using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Firewall;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>The steps for a service alone, on a server that nothing is known of: all of them, and back to what Windows starts with.</summary>
internal static class ServiceSteps
{
    public static ScriptPlan Of(DsrService service, ReleaseFacts facts, ScriptInterface traffic, ScriptInterface loopback, int? prefixLength)
    {
        RefuseWhatCannotBe(service, facts, prefixLength);
        var changes = new List<ScriptChange>
        {
            new(
                "The loopback adapter, which owns the VIP and has no wire to answer ARP on.",
                new ScriptStep.MakeLoopback(),
                "The loopback adapter goes, if it was made for this.",
                new ScriptStep.RemoveLoopback()),
            new(
                "The loopback adapter stays out of DNS.",
                new ScriptStep.DnsRegistration(loopback, false),
                "The loopback adapter is registered in DNS as any other.",
                new ScriptStep.DnsRegistration(loopback, true)),
        };
        if (!service.IsFileService)
            changes.Add(new("No NetBIOS names for the VIP.", new ScriptStep.NetBios(loopback, 2), "NetBIOS as DHCP says, which is the default.", new ScriptStep.NetBios(loopback, 0)));
        if (facts.HasStores.Value && service.Families.Contains(IPFamily.IPv4))
            changes.Add(new("DHCP is off on the loopback adapter.", new ScriptStep.Dhcp(loopback, false), "DHCP stays off on the loopback adapter: switched on, it would take its other addresses away.", null));
        foreach (IPFamily family in service.Families)
            AddFamily(changes, facts, loopback, family);
        for (int i = 0; i < service.VirtualIPAddresses.Count; i++)
        {
            IPAddress vip = service.VirtualIPAddresses[i];
            int length = facts.HostPrefix.Value ? vip.Family().Bits() : prefixLength!.Value;
            changes.Add(new(
                $"The VIP {vip} on the loopback adapter.",
                new ScriptStep.AddAddress(loopback, vip, length, true, i == 0),
                $"The VIP {vip} leaves the loopback adapter. Drain the server at the balancer first.",
                new ScriptStep.RemoveAddress(loopback, vip, i == 0)));
        }

        foreach (IGrouping<(IPAddress To, TransportProtocol Protocol, PortRange? Ports), Flow> rule in
            Flow.OfAll(service).GroupBy(flow => (flow.To, flow.Protocol, flow.Ports)))
        {
            AddRule(changes, [.. rule]);
        }

        foreach (IPFamily family in service.Families.Where(family => facts.HostModelOf(family).Value == HostModel.Settable))
            changes.Add(WeakHost(traffic, family, isSend: false, "This opens the door: packets for the VIP are accepted where they arrive."));
        return new ScriptPlan(null, service, traffic, changes, []);
    }

    private static void AddFamily(List<ScriptChange> changes, ReleaseFacts facts, ScriptInterface loopback, IPFamily family)
    {
        if (facts.NeedsMetric.Value)
        {
            changes.Add(new(
                "The highest metric, so that no route of the loopback adapter wins.",
                new ScriptStep.Metric(loopback, family, 254),
                "The metric is automatic again.",
                new ScriptStep.Metric(loopback, family, null)));
        }

        if (facts.HostModelOf(family).Value != HostModel.Settable)
            return;
        changes.Add(WeakHost(loopback, family, isSend: false, "Nearly every procedure sets this too."));
        changes.Add(WeakHost(loopback, family, isSend: true, "Replies from the VIP may leave through another interface."));
    }

    private static ScriptChange WeakHost(ScriptInterface on, IPFamily family, bool isSend, string why) => new(
        $"{family}: weak host {(isSend ? "send" : "receive")} on {on.Words}. {why}",
        new ScriptStep.WeakHost(on, family, isSend, true),
        $"{family}: weak host {(isSend ? "send" : "receive")} off on {on.Words}, which is the default. Leave this out if another VIP needs it.",
        new ScriptStep.WeakHost(on, family, isSend, false));

    private static void AddRule(List<ScriptChange> changes, Flow[] flows)
    {
        Flow one = flows[0];
        IPPrefix[] from = flows.Any(flow => flow.From is null) ? [] : flows.Select(flow => flow.From!).Distinct().ToArray();
        string name = $"DsrReadiness-{one.To}-{one.Service.Replace('/', '-').Replace(' ', '-')}";
        var conditions = new RuleConditions(one.Protocol, one.Ports, one.To, from);
        changes.Add(new(
            $"The firewall lets in {one.Service} to {one.To}.",
            new ScriptStep.AddRule(name, conditions),
            $"The firewall lets in {one.Service} to {one.To} no longer.",
            new ScriptStep.RemoveRule(name, conditions)));
    }

    private static void RefuseWhatCannotBe(DsrService service, ReleaseFacts facts, int? prefixLength)
    {
        foreach (IPFamily family in service.Families)
        {
            HostModel model = facts.HostModelOf(family).Value;
            if (model is HostModel.Absent or HostModel.FixedStrong)
            {
                throw new ScriptRefusedException(
                    model == HostModel.Absent
                        ? $"{facts.Name} has no {family} that a server could use."
                        : $"On {facts.Name} {family} always uses the strong host model: packets for a VIP on a loopback are dropped, and nothing changes that.",
                    "Move the IPv6 VIP to Windows Server 2008 or later, or serve IPv4 alone.");
            }
        }

        if (!facts.HostPrefix.Value && prefixLength is null)
        {
            throw new ScriptRefusedException(
                $"The tools of {facts.Name} take no mask 255.255.255.255, so that the VIP needs a wider one.",
                "Give the prefix length of the traffic interface's subnet, such as 24: with the highest metric on the loopback its route then never wins.");
        }
    }
}
