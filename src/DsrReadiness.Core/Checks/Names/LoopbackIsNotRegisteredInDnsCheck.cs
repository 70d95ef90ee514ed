using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Names;

/// <summary>A VIP that is registered under the server's own name sends those who ask for the server to the balancer.</summary>
internal sealed class LoopbackIsNotRegisteredInDnsCheck() : Check(new CheckInfo(
    "D01",
    "The loopback does not register the VIP in DNS",
    [Severity.Error, Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(DnsClientClass.Class), new ReadingId(ComputerSystemClass.Class)],
    CheckNeeds.Loopback).With(Shown.Nowhere))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Loopbacks().Select(
        fact => fact.TryGet(out HostInterface? loopback, out Missing? missing) ? Judge(context, loopback) : Unknown(missing));

    private static Fact<bool> Registers(Snapshot snapshot, HostInterface loopback)
    {
        Reading<DnsRegistration> reading = snapshot.DnsRegistrations;
        if (!reading.TryGet(out IReadOnlyList<DnsRegistration>? rows, out Missing? missing))
            return missing;
        if (rows.FirstOrDefault(each => each.InterfaceIndex == loopback.Index) is not { } row)
        {
            return Missing.Unknown(
                $"{reading.Name} has no row for {loopback.Alias}.", $"Check that TCP/IP is bound to {loopback.Alias}, and collect again.");
        }

        return row.Registers.TryGet(out bool registers)
            ? registers
            : Missing.Property("RegisterThisConnectionsAddress of " + loopback.Alias, row.Registers);
    }

    /// <summary>True if every VIP that the loopback holds is known to be skipped as source: Windows does not register those.</summary>
    private static bool SkipsEveryVip(CheckContext context, HostInterface loopback)
    {
        var vips = new HashSet<IPAddress>(context.Service.VirtualIPAddresses);
        HostAddress[] held = (context.Snapshot.Addresses(CimStore.Active).Rows ?? [])
            .Where(address => address.InterfaceIndex == loopback.Index && vips.Contains(address.Address))
            .ToArray();
        return held.Length > 0 && held.All(address => address.SkipAsSource.Is(true));
    }

    private Finding Judge(CheckContext context, HostInterface loopback)
    {
        if (loopback.Kind == InterfaceKind.BuiltInLoopback)
            return NotApplicable($"The VIP is on {loopback.Alias}, the built-in loopback, whose DNS registration is not judged.");
        Fact<bool> membership = DomainMembership.Of(context.Snapshot);
        bool isMemberKnown = membership.TryGet(out bool isMember, out Missing? notKnown);
        bool skipsEveryVip = SkipsEveryVip(context, loopback);
        Severity severity = skipsEveryVip || (isMemberKnown && !isMember) ? Severity.Warning : Severity.Error;
        if (!Registers(context.Snapshot, loopback).TryGet(out bool registers, out Missing? missing))
            return new Finding(Outcome.Unknown, severity, loopback.Alias, missing.Reason, missing.Recommendation);
        if (!registers)
            return Passed(loopback.Alias, $"{loopback.Alias} does not register its addresses in DNS.", "False", "False");
        string reason = $"{loopback.Alias} registers its addresses in DNS";
        var recommendation = Advice.Run(
            $"Switch DNS registration off on {loopback.Alias}.", new Desired.Settings.DnsRegistration(Place.Of(loopback.Index), false).Command);
        if (skipsEveryVip)
            reason += "; every VIP there is skipped as source, which alone keeps it out.";
        else if (notKnown is not null)
            return Unknown(loopback.Alias, $"{reason}; how much that matters is not known: {notKnown.Reason}", recommendation, "False", "True");
        else if (isMember)
            reason += ", and the server is a domain member: a VIP there is published under the server's own name.";
        else
            reason += "; where a DNS server takes updates from outside a domain, a VIP there is published under the server's own name.";
        return Failed(severity, loopback.Alias, reason, recommendation, "False", "True");
    }
}
