using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>A server that does not own the VIP drops every packet for it.</summary>
internal sealed class VipIsPresentCheck() : VipCheck(new CheckInfo(
    "V01",
    "Each VIP is on a loopback, or on the traffic interface where an agent or a cluster keeps it there",
    [Severity.Error],
    ReadingId.Interfaces))
{
    private const string OnALoopback = "on a loopback";

    protected override Finding Judge(CheckContext context, IPAddress vip)
    {
        if (!context.RowsOf(vip, CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing))
            return Unknown(missing, vip.ToString());
        if (rows.Count == 0)
            return Failed(vip.ToString(), $"{vip} is on no interface of the server.", HowToAdd(context, vip, []), OnALoopback, "on no interface");
        return context.VipBelongsOnTrafficInterface ? OnTrafficInterface(context, vip, rows) : OnLoopback(context, vip, rows);
    }

    private Finding OnLoopback(CheckContext context, IPAddress vip, IReadOnlyList<HostAddress> rows)
    {
        var answering = new List<HostInterface>();
        Missing? unclear = null;
        foreach (HostAddress row in rows)
        {
            if (!context.Topology.Find(row.InterfaceIndex).TryGet(out HostInterface? holder, out Missing? missing))
                unclear = missing;
            else if (holder.IsLoopback)
                return Passed(vip.ToString(), $"{vip} is on {holder.Alias}, {InWords(holder.Kind)}.");
            else
                answering.Add(holder);
        }

        if (unclear is not null)
            return Unknown(unclear, vip.ToString());
        string reason = $"{vip} is on no loopback, only on {string.Join(", ", answering)}, which answers ARP and ND (V03).";
        return Failed(vip.ToString(), reason, HowToAdd(context, vip, answering), OnALoopback, "on " + string.Join(", ", answering));
    }

    private Finding OnTrafficInterface(CheckContext context, IPAddress vip, IReadOnlyList<HostAddress> rows)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? traffic, out Missing? missing))
            return Unknown(missing, vip.ToString());
        return rows.Any(row => row.InterfaceIndex == traffic.Index)
            ? Passed(vip.ToString(), $"{vip} is on {traffic.Alias}, where it belongs in environment {context.Environment}.")
            : Failed(
                vip.ToString(),
                $"{vip} is not on {traffic.Alias}, where it belongs in environment {context.Environment}.",
                HowToAdd(context, vip, []),
                "on " + traffic.Alias,
                "not there");
    }

    private static string InWords(InterfaceKind kind) => kind == InterfaceKind.BuiltInLoopback ? "the built-in loopback" : "a loopback adapter";

    private static Advice HowToAdd(CheckContext context, IPAddress vip, List<HostInterface> answering)
    {
        if (context.Environment == DsrEnvironment.Cluster)
            return "Bring the cluster's address resource online on this node.";
        if (context.Environment == DsrEnvironment.GcpAgent)
            return "See that the guest agent runs and that the forwarding rule leads to this server: the agent then adds the address.";
        Advice add = context.LoopbackOf(vip).TryGet(out HostInterface? loopback, out _)
            ? Advice.Run($"Add it to {loopback}.", AddressCommands.Add(loopback.Index, vip))
            : Advice.Choose("Add it to a loopback adapter (A01 if there is none), with its index in place of INDEX.", AddressCommands.AddToLoopback(vip));
        return answering.Count == 0 ? add : add.Once($"Take it off {string.Join(", ", answering)} first (V03).");
    }
}
