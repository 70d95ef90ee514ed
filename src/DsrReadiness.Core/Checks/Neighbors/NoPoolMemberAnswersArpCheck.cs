using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Neighbors;

/// <summary>A neighbour that has a real server's MAC address for the VIP was told so by that server, which must never answer.</summary>
internal sealed class NoPoolMemberAnswersArpCheck() : Check(new CheckInfo(
    "N01",
    "Nobody on the segment was told that a real server has the VIP",
    [Severity.Error, Severity.Information],
    [new ReadingId(NetAdapterClass.Class)],
    CheckNeeds.Loopback).With(Shown.Nowhere))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Inputs.Pool is not { } pool)
            return [NotApplicable("No snapshots of the pool are given.")];
        if (pool.Addresses.MissingBut(context.Snapshot) is { } missing)
            return [Unknown(missing)];
        if (!MacAddress.AnsweringOf(context.Snapshot).TryGet(out IReadOnlyCollection<string>? own, out missing))
            return [Unknown(PoolAddresses.Of(new PoolMember(context.Snapshot.ComputerName, context.Snapshot), missing))];
        string? OwnerOf(string macAddress) => own.Contains(macAddress) ? context.Snapshot.ComputerName : pool.Addresses.OwnerBut(context.Snapshot, macAddress);
        Finding[] findings =
        [
            .. from vip in context.Service.VirtualIPAddresses
               from asker in pool.AskersFor(vip)
               where !asker.Is(context.Snapshot)
               from finding in Ask(context, asker, vip, OwnerOf)
               select finding,
        ];
        return findings.Length > 0 ? findings : [NotApplicable("No computer without the VIP, of those whose snapshots are given, has an entry for it in its neighbour table.")];
    }

    private IEnumerable<Finding> Ask(CheckContext context, PoolMember asker, IPAddress vip, Func<string, string?> ownerOf)
    {
        if (!asker.Holds(vip).TryGet(out _, out Missing? missing))
            return [Unknown(PoolAddresses.Of(asker, missing))];
        return PoolAddresses.Known(asker.Snapshot, vip).TryGet(out IReadOnlyList<string>? known, out missing)
            ? known.Select(each => Judge(context, asker, vip, each, ownerOf))
            : [Unknown(PoolAddresses.Of(asker, missing))];
    }

    private Finding Judge(CheckContext context, PoolMember witness, IPAddress vip, string macAddress, Func<string, string?> ownerOf)
    {
        if (ownerOf(macAddress) is { } owner)
        {
            return Failed(
                vip.ToString(),
                $"{witness.Name} has {macAddress} for {vip}, the address of {owner}: {owner} has answered for the VIP, and takes what the balancer should get.",
                $"Look at {owner} for an interface that holds {vip} and answers for it (V03), take it away there, then clear the entry on {witness.Name}: arp -d {vip}.",
                "the balancer's address",
                macAddress + " of " + owner);
        }

        bool isBalancers = context.Service.Balancers.Any(
            balancer => PoolAddresses.Known(witness.Snapshot, balancer).TryGet(out IReadOnlyList<string>? known, out _) && known.Contains(macAddress));
        return isBalancers || context.Service.Balancers.Count == 0
            ? Passed(vip.ToString(), $"{witness.Name} has {macAddress} for {vip}, which does not belong to a real server.", actual: macAddress)
            : new Finding(
                Outcome.Passed,
                Severity.Information,
                vip.ToString(),
                $"{witness.Name} has {macAddress} for {vip}, which is neither a real server's nor known to be the balancer's own: high-availability balancers use virtual addresses.",
                Actual: macAddress);
    }
}
