using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>Weak host on an interface that has no part in the service lets packets in and out where nobody expects them.</summary>
internal sealed class WeakHostOffElsewhereCheck() : HostModelCheck(new CheckInfo(
    "M06",
    "Interfaces with no part in the service keep the strong host model",
    [Severity.Warning],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    private static readonly HostModelSetting[] s_settings = [HostModelSetting.WeakHostReceive, HostModelSetting.WeakHostSend];

    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!Others(context).TryGet(out IReadOnlyList<HostInterface>? others, out Missing? missing)
            || !context.Snapshot.IPInterfaces(CimStore.Active).TryGet(out IReadOnlyList<IPInterface>? rows, out missing))
        {
            return [Unknown(missing)];
        }

        ILookup<uint, IPInterface> rowsOf = rows.Where(row => context.Families.Contains(row.Family)).ToLookup(row => row.InterfaceIndex);
        Finding[] findings = others.Where(other => rowsOf.Contains(other.Index)).Select(other => Judge(other, rowsOf[other.Index])).ToArray();
        return findings.Length > 0 ? findings : [NotApplicable("Every IP interface of the server has a part in the service.")];
    }

    /// <summary>
    /// All but the traffic interface, the loopbacks of the VIPs and the built-in one. Where it is not told which KM-TEST adapter is to have
    /// the VIP, any of them may be it.
    /// </summary>
    private static Fact<IReadOnlyList<HostInterface>> Others(CheckContext context)
    {
        if (!context.FoundTrafficInterface.TryGet(out FoundInterface? found, out Missing? missing)
            || !context.Topology.All().TryGet(out IReadOnlyList<HostInterface>? all, out missing))
        {
            return missing;
        }

        if (found.IsGuess)
        {
            return Missing.Unknown(
                $"{found.Interface} is only taken for the traffic interface ({found.How}), so that which interfaces have no part in the service is not known.",
                $"Name the balancer (--balancer), or give the interface (--interface {found.Interface.Index}).");
        }

        var taking = new HashSet<HostInterface>(all.Where(each => each.Kind == InterfaceKind.BuiltInLoopback)) { found.Interface };
        foreach (Fact<HostInterface> fact in context.Loopbacks())
        {
            if (fact.TryGet(out HostInterface? loopback, out missing))
                taking.Add(loopback);
            else if (missing.IsAbsent)
                taking.UnionWith(all.Where(each => each.Kind == InterfaceKind.KmTestLoopback));
            else
                return missing;
        }

        foreach (DsrService other in context.Inputs.OtherServices ?? [])
            taking.UnionWith(PartsIn(new CheckContext(context.Snapshot, other), all));
        return all.Where(each => !taking.Contains(each)).ToArray();
    }

    /// <summary>The interfaces of another service, as far as they can be told; what cannot is that service's own verdict to say.</summary>
    private static IEnumerable<HostInterface> PartsIn(CheckContext other, IReadOnlyList<HostInterface> all)
    {
        HashSet<uint> parts = [.. other.KnownLoopbacks().Select(each => each.Index)];
        if (other.TrafficInterface.TryGet(out HostInterface? traffic, out _))
            parts.Add(traffic.Index);
        return all.Where(each => parts.Contains(each.Index));
    }

    private Finding Judge(HostInterface other, IEnumerable<IPInterface> rows)
    {
        var enabled = new List<(HostModelValue Seen, HostModelSetting Setting)>();
        Missing? unseen = null;
        foreach (IPInterface row in rows.OrderBy(row => row.Family))
        {
            foreach (HostModelSetting setting in s_settings)
            {
                if (!Read(other, row, setting, CimStore.Active).TryGet(out HostModelValue? seen, out Missing? missing))
                    unseen ??= missing;
                else if (seen.Value == Toggle.Enabled)
                    enabled.Add((seen, setting));
            }
        }

        if (enabled.Count > 0)
        {
            return Failed(
                other.Alias,
                string.Join(", ", enabled.Select(each => each.Seen.Name)) + (enabled.Count == 1 ? " is" : " are")
                    + " Enabled, though the interface has no part in the service: packets cross it that the strong host model would drop.",
                Advice.Choose(
                    "If no other service needs it there, put it back.",
                    enabled.Select(each => each.Setting.Set(other, each.Seen.Family, Toggle.Disabled).Command!)),
                nameof(Toggle.Disabled),
                nameof(Toggle.Enabled));
        }

        return unseen is not null
            ? Unknown(unseen, other.Alias)
            : Passed(other.Alias, "Weak host receive and send are Disabled on " + other.Alias + ".", nameof(Toggle.Disabled), nameof(Toggle.Disabled));
    }
}
