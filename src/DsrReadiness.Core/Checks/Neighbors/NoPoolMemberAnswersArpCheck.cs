using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Neighbors;

/// <summary>A neighbour that has a real server's MAC address for the VIP was told so by that server, which must never answer.</summary>
internal sealed class NoPoolMemberAnswersArpCheck() : Check(new CheckInfo(
    "N01",
    "NoPoolMemberAnswersArp",
    "Nobody on the segment was told that a real server has the VIP",
    [Severity.Error, Severity.Information],
    [Outcome.Passed, Outcome.Failed, Outcome.NotApplicable, Outcome.Unknown],
    [new ReadingId(NetAdapterClass.Class)],
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (context.Inputs.Pool is not { } pool)
            return [NotApplicable("No snapshots of the pool are given.")];
        IReadOnlyList<PoolMember> others = pool.Others(context.Snapshot);
        PoolMember[] witnesses = [.. others, .. pool.Witnesses];
        var addresses = new PoolAddresses([.. others, new PoolMember(context.Snapshot.ComputerName, context.Snapshot)]);
        if (addresses.Missing is { } missing)
            return [Unknown(missing)];
        Finding[] findings = [.. context.Service.VirtualIPAddresses.SelectMany(vip => witnesses.SelectMany(witness => Ask(context, witness, vip, addresses)))];
        return findings.Length > 0 ? findings : [NotApplicable("No computer without the VIP, of those whose snapshots are given, has an entry for it in its neighbour table.")];
    }

    /// <summary>A server that holds the VIP itself never asks who has it.</summary>
    private static Fact<bool> Holds(Snapshot snapshot, IPAddress vip)
    {
        Reading<HostAddress> reading = snapshot.Addresses(CimStore.Active);
        return reading.TryGet(out IReadOnlyList<HostAddress>? held, out CimFailure? failure)
            ? held.Any(each => each.Address.Equals(vip))
            : Missing.Reading(reading.Name, failure);
    }

    private IEnumerable<Finding> Ask(CheckContext context, PoolMember witness, IPAddress vip, PoolAddresses addresses)
    {
        if (!Holds(witness.Snapshot, vip).TryGet(out bool holds, out Missing? missing))
            return [Unknown(Of(witness, missing))];
        if (holds)
            return [];
        return PoolAddresses.Known(witness.Snapshot, vip).TryGet(out IReadOnlyList<string>? known, out missing)
            ? known.Select(each => Judge(context, witness, vip, each, addresses))
            : [Unknown(Of(witness, missing))];
    }

    private static Missing Of(PoolMember witness, Missing missing) => Missing.Unknown($"Of {witness.Name}, {missing.Reason}", missing.Recommendation);

    private Finding Judge(CheckContext context, PoolMember witness, IPAddress vip, string macAddress, PoolAddresses addresses)
    {
        if (addresses.OwnerOf(macAddress) is { } owner)
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
            ? Passed(vip.ToString(), $"{witness.Name} has {macAddress} for {vip}, which is no real server's.", actual: macAddress)
            : new Finding(
                Outcome.Passed,
                Severity.Information,
                vip.ToString(),
                $"{witness.Name} has {macAddress} for {vip}, which is neither a real server's nor known to be the balancer's own: high-availability balancers use virtual addresses.",
                actual: macAddress);
    }
}
