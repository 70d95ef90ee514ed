using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Neighbors;

/// <summary>A server that has another's MAC address for the VIP heard that one claim it.</summary>
internal sealed class NoNeighbourClaimsVipCheck() : Check(new CheckInfo(
    "N02",
    "What this server has heard of other real servers that claim the VIP is reported",
    [Severity.Information],
    [new ReadingId(NetNeighborClass.Class, CimStore.Active), new ReadingId(NetIPAddressClass.Class, CimStore.Active)],
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Inputs.Pool is not { } pool)
            return [NotApplicable("No snapshots of the pool are given.")];
        if (pool.CountOthers(context.Snapshot) == 0)
            return [NotApplicable("The pool has no other server.")];
        return pool.Addresses.MissingBut(context.Snapshot) is { } missing
            ? [Unknown(missing)]
            : context.Service.VirtualIPAddresses.Select(vip => Judge(context, vip, pool.Addresses)).ToArray();
    }

    private Finding Judge(CheckContext context, IPAddress vip, PoolAddresses addresses)
    {
        if (!PoolAddresses.Known(context.Snapshot, vip).TryGet(out IReadOnlyList<string>? known, out Missing? missing))
            return Unknown(missing, vip.ToString());
        if (known.FirstOrDefault(each => addresses.OwnerBut(context.Snapshot, each) is not null) is not { } claimed)
        {
            return known.Count == 0 || context.OwnAddresses.Contains(vip)
                ? NotApplicable($"The server asks nobody for {vip}, so that its neighbour table says nothing of it.")
                : Passed(vip.ToString(), $"The neighbour table has no other real server's address for {vip}.", actual: "none");
        }

        string owner = addresses.OwnerBut(context.Snapshot, claimed)!;
        return Passed(
            vip.ToString(),
            $"The neighbour table has {claimed} for {vip}, the address of {owner}: {owner} has answered for the VIP at some time. V03 of {owner} says whether it does now.",
            actual: claimed + " of " + owner);
    }
}
