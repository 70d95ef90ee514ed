using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Text;

namespace DsrReadiness.Arp;

/// <summary>What is said of who answers for a VIP.</summary>
internal static class ArpText
{
    private const string VirtualRouters = "00-00-5E-00-0";

    /// <summary>Who a claimant is, with the address.</summary>
    public static string Name(ArpClaimant claimant) => claimant.Kind switch
    {
        ArpClaimantKind.RealServer => Owners(claimant) + " (" + claimant.LinkLayerAddress + ")",
        ArpClaimantKind.Balancer => "The balancer (" + claimant.LinkLayerAddress + ")",
        _ when IsVirtualRouter(claimant.LinkLayerAddress) => claimant.LinkLayerAddress + ", a virtual address as VRRP has it",
        _ => claimant.LinkLayerAddress,
    };

    /// <summary>The servers that have the address, each with its interface.</summary>
    public static string Owners(ArpClaimant claimant) =>
        string.Join(" or ", claimant.Owners.Select(owner => $"{owner.Server.Name} on {owner.Interface}"));

    public static string Sighting(ArpSighting sighting)
    {
        string on = sighting.Interface is null ? string.Empty : " on " + sighting.Interface;
        return sighting.IsAnswer
            ? $"{sighting.By} heard it{on} {sighting.Answers} of {sighting.Questions} times"
            : $"{sighting.By} has it in its neighbour table{on} ({sighting.State})";
    }

    public static string Reason(IPAddress vip, ArpConclusion conclusion, IReadOnlyList<ArpClaimant> claimants, ArpView view)
    {
        string seen = string.Join(" ", claimants.Select(claimant => $"{Name(claimant)} answers for {vip}: {Wording.Some([.. claimant.Sightings.Select(Sighting)], "; ")}."));
        string follows = conclusion switch
        {
            ArpConclusion.RealServer when claimants.Count > 1 => " A real server takes what the balancer should get, now and then: who asks gets one answer or the other." + Why(claimants),
            ArpConclusion.RealServer => " A real server takes what the balancer should get." + Why(claimants),
            ArpConclusion.NoRealServer => " It does not belong to a server whose snapshot was given. It may be the balancer's.",
            ArpConclusion.SeveralClaimants => " None belongs to a server whose snapshot was given: two balancers, or one that changed over, or a host that should not have the address.",
            ArpConclusion.NotApplicable => " An agent or a cluster keeps the address there, where it has to be answered for.",
            ArpConclusion.NobodyAnswers => $"Somebody asked for {vip}, and nobody answered: no client of the segment reaches it.",
            ArpConclusion.Undetermined when claimants.Count == 0 && view.Unknown.Count == 0 => $"No computer that was looked at has asked for {vip}: there is no entry for it in any neighbour table. One that holds the address never asks.",
            ArpConclusion.Undetermined when claimants.Count == 0 => $"Who answers for {vip} cannot be told, since not everything could be seen.",
            ArpConclusion.Undetermined => " Who else answers cannot be told, since not everything could be seen.",
            _ => string.Empty,
        };
        return string.Join(" ", new[] { seen + follows }.Concat(view.Written)).Trim();
    }

    public static string? Recommendation(IPAddress vip, ArpConclusion conclusion, IReadOnlyList<ArpClaimant> claimants) => conclusion switch
    {
        ArpConclusion.RealServer => Remedy(vip, claimants.Where(each => each.Kind == ArpClaimantKind.RealServer)),
        ArpConclusion.NoRealServer => "Compare it with the balancer's MAC addresses, the virtual ones of a high-availability pair included; name the balancer's own address to have that one recognised.",
        ArpConclusion.SeveralClaimants => "Compare them with the balancers' MAC addresses; give snapshots of all servers of the segment, so that theirs are known.",
        ArpConclusion.NobodyAnswers => "Look at the balancer: it has to answer for the address. Ask from a computer on its segment.",
        ArpConclusion.Undetermined => "Ask with -Active from a computer on the VIP's segment that does not hold it, or let such a computer connect to the VIP and take its snapshot then.",
        _ => null,
    };

    /// <summary>To be run where the entry was seen.</summary>
    public static string? Command(IPAddress vip, ArpConclusion conclusion) =>
        conclusion == ArpConclusion.RealServer ? InterfaceCommands.ForgetNeighbor(vip) : null;

    private static string Why(IReadOnlyList<ArpClaimant> claimants)
    {
        string[] reasons = [.. claimants.SelectMany(each => each.Explanation).Where(result => result.Id != "V01").Select(result => $"{result.Id}: {result.Reason}").Distinct()];
        return reasons.Length > 0
            ? " " + string.Join(" ", reasons)
            : " Its snapshot shows nothing that explains it: what was so when it answered is not so in the snapshot, or something else answers in its place.";
    }

    private static string Remedy(IPAddress vip, IEnumerable<ArpClaimant> servers)
    {
        string[] remedies = [.. servers.SelectMany(each => each.Explanation).Where(result => result.Id != "V01").Select(result => result.Recommendation).OfType<string>().Distinct()];
        string names = string.Join(", ", servers.SelectMany(each => each.Owners).Select(owner => owner.Server.Name).Distinct());
        string first = remedies.Length > 0
            ? $"On {names}: {string.Join(" ", remedies)} Test-DsrReadiness has the commands."
            : $"Take a new snapshot of {names} and judge it with Test-DsrReadiness; look for {vip} in the persistent store as well, and for software that answers for others.";
        return first + " Then clear the entry where it was seen.";
    }

    /// <summary>RFC 9568: 00-00-5E-00-01 for IPv4 and 00-00-5E-00-02 for IPv6, and the group's number.</summary>
    private static bool IsVirtualRouter(string mac) =>
        mac.StartsWith(VirtualRouters + "1-", StringComparison.Ordinal) || mac.StartsWith(VirtualRouters + "2-", StringComparison.Ordinal);
}
