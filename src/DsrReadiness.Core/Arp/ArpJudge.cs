using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Arp;

/// <summary>Tells who answers for a VIP, and what follows.</summary>
/// <param name="computers">The servers, and other computers of the segment: whose neighbour tables are looked at, and whose MAC addresses are known.</param>
/// <param name="probes">What came of asking, for VIPs and for balancers.</param>
/// <param name="unread">Names of computers of which nothing could be read.</param>
internal sealed class ArpJudge(IReadOnlyCollection<PoolMember> computers, IReadOnlyCollection<ArpProbe> probes, IReadOnlyCollection<string>? unread = null)
{
    private readonly ArpOwners _owners = new(computers);

    /// <summary>
    /// What makes a server answer: the VIP on an interface with a wire, or a cluster or load balancer of Windows that has it; and what tells the environment.
    /// </summary>
    public static Catalogue Explaining { get; } = new([.. Catalogue.Observing.Checks.Where(check => check.Info.Id is "V01" or "V03" or "H06" or "H07")]);

    /// <summary>Judges one VIP of a service.</summary>
    public ArpFinding Judge(DsrService service, IPAddress vip)
    {
        var view = new ArpView(vip, computers, probes);
        HashSet<string> balancers = [.. service.Balancers.SelectMany(balancer => new ArpView(balancer, computers, probes).Sightings.Keys)];
        ArpClaimant[] claimants = [.. view.Sightings.Select(each => Claimant(service, each.Key, each.Value, balancers)).OrderByDescending(each => each.Kind)];
        string[] unknown = [.. view.Unknown, .. _owners.Unknown, .. (unread ?? []).Select(name => $"Of {name}, nothing could be read.")];
        ArpConclusion conclusion = Conclude(service, claimants, view, unknown.Length > 0);
        return new ArpFinding(
            vip,
            conclusion,
            claimants,
            ArpText.Reason(vip, conclusion, claimants, view),
            ArpText.Recommendation(vip, conclusion, claimants),
            ArpText.Command(vip, conclusion),
            [.. unknown.Distinct()]);
    }

    private static ArpConclusion Conclude(DsrService service, IReadOnlyList<ArpClaimant> claimants, ArpView view, bool isUnsure)
    {
        if (claimants.Any(each => each.Kind == ArpClaimantKind.RealServer))
            return claimants.SelectMany(each => each.Owners).Any(owner => BelongsOn(service, owner)) ? ArpConclusion.NotApplicable : ArpConclusion.RealServer;
        if (isUnsure)
            return ArpConclusion.Undetermined;
        if (claimants.Count == 0)
            return view.HasSilence ? ArpConclusion.NobodyAnswers : ArpConclusion.Undetermined;
        return claimants.All(each => each.Kind == ArpClaimantKind.Balancer) ? ArpConclusion.Balancer
            : claimants.Count > 1 ? ArpConclusion.SeveralClaimants
            : ArpConclusion.NoRealServer;
    }

    /// <summary>True where an agent or a cluster keeps the VIP on an interface with a wire.</summary>
    private static bool BelongsOn(DsrService service, ArpOwner owner) => new CheckContext(owner.Server.Snapshot, service).VipBelongsOnTrafficInterface;

    private ArpClaimant Claimant(DsrService service, string mac, IReadOnlyList<ArpSighting> sightings, HashSet<string> balancers)
    {
        IReadOnlyList<ArpOwner> owners = _owners.Of(mac);
        bool isBalancer = owners.Count > 0 ? owners.All(owner => IsBalancer(service, owner.Server)) : balancers.Contains(mac);
        ArpClaimantKind kind = isBalancer ? ArpClaimantKind.Balancer : owners.Count > 0 ? ArpClaimantKind.RealServer : ArpClaimantKind.Unknown;
        CheckResult[] explanation = kind != ArpClaimantKind.RealServer ? []
            : [.. owners.SelectMany(owner => new CheckRunner(Explaining).Run(owner.Server.Snapshot, service).Results).Where(result => result.Outcome == Outcome.Failed)
                .OrderByDescending(result => result.Id == "V03")];
        return new ArpClaimant(MacAddress.WithDashes(mac), kind, owners, sightings, explanation);
    }

    /// <summary>A balancer may be a Windows computer, and be among those whose snapshots are given.</summary>
    private static bool IsBalancer(DsrService service, PoolMember computer) => service.Balancers.Count > 0
        && (computer.Snapshot.Addresses(CimStore.Active).Rows ?? []).Any(row => service.Balancers.Contains(AddressText.Canonical(row.Address)));
}
