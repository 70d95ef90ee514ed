using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Paths;

/// <summary>What the verdict and the paths of all packets say of one server, and whether both can be true.</summary>
internal sealed class Agreement
{
    private static readonly Check[] s_shown = [.. Catalogue.All.Checks.Where(check => check.Info.Shown != Shown.Nowhere)];

    private static readonly string[] s_ifKnown = [.. s_shown.Where(check => check.Info.Shown == Shown.ByPacketIfKnown).Select(check => check.Info.Id)];

    private static readonly Check s_loopbackRoutes = s_shown.Single(check => check.Info.Id == "V10");

    private static readonly Check s_replies = s_shown.Single(check => check.Info.Id == "H01");

    private static readonly CheckRunner s_runner = new(new Catalogue(s_shown), strict: false);

    private readonly HostView _host;
    private readonly bool _areNamesUnique;

    private Agreement(HostView host, ServerVerdict verdict, IReadOnlyList<PathTrace> traces)
    {
        _host = host;
        _areNamesUnique = host.Links.Select(link => link.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == host.Links.Count;
        Verdict = verdict;
        Traces = traces;
    }

    /// <summary>The checks that are held against the path.</summary>
    public static IEnumerable<string> Compared => s_shown.Select(check => check.Info.Id);

    public ServerVerdict Verdict { get; }

    public IReadOnlyList<PathTrace> Traces { get; }

    public IEnumerable<string> Failed => Verdict.Results.Where(result => result.Outcome == Outcome.Failed).Select(result => result.Id);

    /// <summary>Why both cannot be true; null if they agree.</summary>
    public string? Disagreement
    {
        get
        {
            bool isWrong = Traces.Any(trace => (trace.Outcome == PathOutcome.Dropped && !IsOnlyWarnedOf(trace) && !IsBlockedForSomeOnly(trace)) || trace.Leaks == true || trace.IsCutOff);
            bool isOpen = Traces.Any(trace => (trace.Hops.Any(hop => hop.Outcome == HopOutcome.Undetermined && hop.Kind != HopKind.IPsec) && !IsLost(trace) && !IsBlockedForSomeOnly(trace)) || trace.Leaks is null);
            bool isCut = Traces.Any(IsOnlyWarnedOf); // Nobody knows what would have become of the packet.
            return (Verdict.Verdict, isWrong, isOpen) switch
            {
                (not DsrReadiness.Verdicts.Verdict.NotReady, true, _) when IsWhatIsNotKnown => null,
                (not DsrReadiness.Verdicts.Verdict.NotReady, true, _) => $"{Verdict.Verdict} ({Unknown}), but {Wrong}",
                (DsrReadiness.Verdicts.Verdict.Ready, _, true) => $"Ready, but {Wrong}",
                (DsrReadiness.Verdicts.Verdict.NotReady, false, false) when !isCut && !Errors(Outcome.Failed).All(id => IsOfEnvironment(id) || IsOfTomorrow(id)) => "All is answered, but failed: " + string.Join(", ", Errors(Outcome.Failed)),
                (DsrReadiness.Verdicts.Verdict.Inconclusive, false, false) when !isCut && IsTooCareful => "All is answered, but not known: " + Unknown,
                (DsrReadiness.Verdicts.Verdict.Ready, _, _) when !isCut => LeavesElsewhere,
                _ => null,
            } ?? OfIPsec ?? OfSites ?? OfUdp ?? OfFileServer ?? OfEverybody;
        }
    }

    /// <summary>
    /// A packet that dies where the very check that asks of that hop says that it does not know: it wants to know more than the path needs. Where neither knows the traffic interface, the checks
    /// know nothing of it. A VIP that leaks is no matter of this.
    /// </summary>
    private bool IsWhatIsNotKnown => Traces.All(trace => trace.Leaks != true && (!trace.IsCutOff || IsAgents || Errors(Outcome.Unknown).Any(id => id is "V02" or "V08" or "V10"))) && (IsArrivalUnknown
        || Traces.Where(trace => IsLost(trace) && !IsBlockedForSomeOnly(trace)).All(trace =>
            trace.Hops.First(hop => hop.Outcome == HopOutcome.Dropped).Kind switch
            {
                HopKind.Firewall => Errors(Outcome.Unknown).Contains("W01"),
                HopKind.Route => Errors(Outcome.Unknown).Any(id => id is "H01" or "M02"), // the routes, and those that a strong host has
                _ => false,
            }));

    /// <summary>
    /// What a check does not know, the path does not either. Some say that they are more careful: of the device's problem code, the release, each address and route that might matter.
    /// </summary>
    private bool IsTooCareful => Errors(Outcome.Unknown).Except(s_ifKnown).Any(id => !IsOfEnvironment(id));

    /// <summary>True where both do not know where frames arrive.</summary>
    private bool IsArrivalUnknown => Errors(Outcome.Unknown).Contains("H02") && Traces.Any(trace => trace.Hops[0].Outcome == HopOutcome.Undetermined);

    /// <summary>W07 warns where a packet without IPsec is dropped, and does not know where the path does not.</summary>
    private string? OfIPsec
    {
        get
        {
            if (IsArrivalUnknown)
                return null;
            CheckResult demanded = Result("W07");
            Hop[] hops = [.. Traces.SelectMany(trace => trace.Hops).Where(hop => hop.Kind == HopKind.IPsec)];
            bool areAllPast = hops.Length == 0 && Traces.All(trace => trace.Hops.Any(hop => hop.Kind > HopKind.IPsec));
            bool areAllAsked = Traces.All(trace => trace.Packet.IsSenderKnown && trace.Hops.Any(hop => hop.Kind >= HopKind.IPsec));
            return demanded.Outcome switch
            {
                Outcome.Failed when areAllAsked && Array.TrueForAll(hops, hop => hop.Outcome != HopOutcome.Dropped) => "W07 failed, and no packet is dropped for want of IPsec: " + demanded.Reason,
                Outcome.Passed when hops.Length > 0 => "W07 passed, but " + hops[0].Statement,
                Outcome.Unknown when hops.Any(hop => hop.Outcome == HopOutcome.Dropped) => "W07 does not know, but " + hops[0].Statement,
                Outcome.Unknown when areAllPast && Traces.All(trace => trace.Outcome == PathOutcome.Answered) => "W07 does not know, and all is answered: " + demanded.Reason,
                _ => null,
            };
        }
    }

    /// <summary>S06 warns where HTTP.sys answers with an error, since no site has the address, or with a certificate that clients refuse.</summary>
    private string? OfSites
    {
        get
        {
            CheckResult site = Result("S06");
            bool isError = Taken.Any(hop => Says(hop, "no site of IIS") || Says(hop, "clients refuse it"));
            return isError && site.Outcome is not (Outcome.Failed or Outcome.Unknown) ? "S06 is content, but HTTP.sys answers with an error or a bad certificate."
                : !isError && Taken.Count() == Traces.Count && site is { Outcome: Outcome.Failed, Severity: Severity.Warning } ? "All is taken, but S06 warns: " + site.Reason
                : null;
        }
    }

    /// <summary>Where S05 fails, the path knows that the answer leaves from another address.</summary>
    private string? OfUdp => Result("S05").Outcome == Outcome.Failed && Traces.SelectMany(trace => trace.Hops).FirstOrDefault(hop => hop is { Kind: HopKind.Source, Outcome: HopOutcome.Undetermined }) is { } open
        ? "S05 failed, but " + open.Statement : null;

    /// <summary>S07 warns where a file server sends clients away, and does not know where the path does not.</summary>
    private string? OfFileServer
    {
        get
        {
            Hop[] asked = [.. Traces.Where(trace => trace.Packet is { Probe: null, Protocol: TransportProtocol.Tcp, Port: 445 or 139 }).SelectMany(trace => trace.Hops).Where(IsTaken)];
            Outcome said = Array.Exists(asked, hop => Says(hop, "by another name") || Says(hop, "past the balancer")) ? Outcome.Failed
                : Array.Exists(asked, hop => Says(hop, "names it takes cannot be told") || Says(hop, "other addresses cannot be told")) ? Outcome.Unknown
                : Outcome.Passed;
            return asked.Length > 0 && Result("S07").Outcome != said ? $"S07 is {Result("S07").Outcome}, but: {asked[0].Consequence}" : null;
        }
    }

    /// <summary>V11 warns where the VIP's loopback takes what the server sends to everybody; where a VIP is nowhere yet, the path knows no such loopback, and where an agent keeps it on the NIC no check asks of one.</summary>
    private string? OfEverybody
    {
        get
        {
            bool isUnheard = Traces.SelectMany(trace => trace.Connections).Any(hop => Says(hop, "nobody hears them"));
            bool warned = Result("V11").Outcome == Outcome.Failed;
            return isUnheard == warned || IsAgents || Result("V01").Outcome != Outcome.Passed ? null : warned ? "V11 warns, and everybody hears the server." : "V11 does not warn, but nobody hears what the server sends to everybody.";
        }
    }

    private IEnumerable<Hop> Taken => Traces.SelectMany(trace => trace.Hops).Where(IsTaken);

    private CheckResult Result(string id) => Verdict.Results.Single(result => result.Id == id);

    private static bool IsTaken(Hop hop) => hop.Kind == HopKind.Listener && hop.Outcome == HopOutcome.Passes;

    private static bool Says(Hop hop, string words) => hop.Consequence.Contains(words, StringComparison.Ordinal);

    private string Unknown => string.Join(", ", Errors(Outcome.Unknown));

    private string Wrong => string.Join(" ", Traces.SelectMany(trace => trace.All).Where(hop => hop.Outcome != HopOutcome.Passes).Select(hop => hop.Statement).Distinct());

    /// <summary>H01 warns where a reply leaves by another interface than packets arrive at, and only there. What else it warns of concerns no reply to the clients that were followed.</summary>
    private string? LeavesElsewhere
    {
        get
        {
            if (IsOfEnvironment("H01"))
                return null;
            bool warned = s_replies.Evaluate(new CheckContext(_host.Snapshot, Verdict.Service))
                .Any(finding => finding.Outcome == Outcome.Failed && finding.Reason.StartsWith("Replies to", StringComparison.Ordinal));
            PathTrace? astray = Traces.FirstOrDefault(trace => trace.Packet.Probe is null && trace.Hops[^1].Interface != trace.Hops[0].Interface);
            return astray is not null && !warned ? "Without a warning, " + astray.Hops[^1].Consequence
                : astray is null && warned && _areNamesUnique ? "H01 warns of replies that leave by the traffic interface."
                : null;
        }
    }

    public static Agreement On(RandomServer server)
    {
        Snapshot snapshot = server.Build();
        return On(snapshot, server.Asked.Service, server.Asked.PacketsOn(snapshot));
    }

    public static Agreement On(Snapshot snapshot, DsrService service) => On(snapshot, service, [.. PathTracer.Packets(new HostView(snapshot), service, null), .. PathTracer.Probes(service, PathTracer.EnvironmentOf(snapshot, service))]);

    private static Agreement On(Snapshot snapshot, DsrService service, IReadOnlyList<PathPacket> packets)
    {
        var host = new HostView(snapshot);
        return new Agreement(host, s_runner.Run(snapshot, service, CheckInputs.None), [.. packets.Select(new PathTracer(host, service).Trace)]);
    }

    /// <summary>
    /// Where an agent or a cluster keeps the VIP on the NIC, one on a loopback is a fault of the set-up, and not of the packet's; so is one that is the server's only address there (V12); and the
    /// host model, which the checks do not ask for there, keeps replies from other interfaces' routes, which H01 looks at all the same. A wide prefix there makes strangers neighbours (V02),
    /// which no route shows.
    /// </summary>
    private bool IsOfEnvironment(string id) => id is "V01" or "V02" or "V12" or "H01" && IsAgents;

    /// <summary>True where an agent or a cluster keeps the VIP on the NIC. What a loopback swallows there, which has no business with the VIP, no check asks.</summary>
    private bool IsAgents => PathTracer.EnvironmentOf(_host.Snapshot, Verdict.Service) is DsrEnvironment.GcpAgent or DsrEnvironment.Cluster;

    /// <summary>
    /// What no packet shows yet: a default route into a loopback that loses to another one for now (V08), and the route of a wide prefix that somebody has deleted, which the next start
    /// brings back (V02).
    /// </summary>
    private bool IsOfTomorrow(string id) => id == "V08" || (id == "V10" && FoundByV10.All(IsNotUsedNow))
        || (id == "V02" && !_host.Addresses
        .Where(row => Verdict.Service.VirtualIPAddresses.Contains(row.Address) && row.OnLinkPrefix is { IsHost: false })
        .All(row => _host.Routes.Any(route => route.InterfaceIndex == row.InterfaceIndex && route.Destination.Equals(row.OnLinkPrefix))));

    /// <summary>V10 counts the routes of a loopback that is disconnected, which are back once it is not, and those that only another loopback's beat, or may: a route whose metric is not known.</summary>
    private bool IsNotUsedNow(Finding finding) => _host.Links.Where(link => link.Name == finding.Subject).All(link => _host.Routes
        .Where(route => route.InterfaceIndex == link.Index && route.Destination.ToString() == finding.Actual)
        .All(route => !route.RouteMetric.HasValue || IsRivalled(route) || (_host.Row(link.Index, route.Family)?.ConnectionState.Is(ConnectionState.Disconnected) ?? false)));

    private bool IsRivalled(Route route) => _host.Routes.Any(other => other.InterfaceIndex != route.InterfaceIndex && _host.Link(other.InterfaceIndex).HasNoWire
        && other.Destination.Length >= route.Destination.Length && other.Destination.Range.Overlaps(route.Destination.Range));

    private IEnumerable<Finding> FoundByV10 => s_loopbackRoutes.Evaluate(new CheckContext(_host.Snapshot, Verdict.Service))
        .Where(finding => finding is { Outcome: Outcome.Failed, Severity: Severity.Error });

    /// <summary>W01 names a rule that blocks some of the clients, and does not fail of it: that is a wish of the administrator's.</summary>
    private bool IsBlockedForSomeOnly(PathTrace trace) => IsBlocked(trace) && trace.Packet.Probe is null && Traces.Any(other => other.Packet.Probe is null &&
        other.Packet.Destination.Equals(trace.Packet.Destination) && other.Packet.Service == trace.Packet.Service && !IsBlocked(other));

    /// <summary>The verdict does not hang on a packet that is dropped for want of IPsec: the client may have it.</summary>
    private static bool IsOnlyWarnedOf(PathTrace trace) => trace.Hops.FirstOrDefault(hop => hop.Outcome == HopOutcome.Dropped)?.Kind == HopKind.IPsec;

    private static bool IsLost(PathTrace trace) => trace.Outcome == PathOutcome.Dropped && !IsOnlyWarnedOf(trace);

    private static bool IsBlocked(PathTrace trace) => trace.Hops.Any(hop => hop.Kind == HopKind.Firewall
        && (hop.Statement.EndsWith(" blocks it.", StringComparison.Ordinal) || hop.Statement.EndsWith(" may block it.", StringComparison.Ordinal)));

    private IEnumerable<string> Errors(Outcome outcome) => Verdict.Results
        .Where(result => result.Outcome == outcome && result.Severity == Severity.Error).Select(result => result.Id);
}
