using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Paths;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>A server of a release, with what its script asks to be done by hand already done.</summary>
internal static class ScriptLab
{
    public const string IPv4 = "192.0.2.10";
    public const string IPv6 = "2001:db8::10";

    public static LabServer Build(ScriptRelease release)
    {
        var builder = new LabServerBuilder("WEB01")
            .Windows(WindowsOf(release))
            .Nic("net", nic => nic.Address("192.0.2.11/24").Gateway("192.0.2.1").Address("2001:db8::11/64").Gateway("2001:db8::1").Dns("192.0.2.53"))
            .Loopback("loopback", loopback =>
            {
                if (ReleaseFacts.Of(release).NeedsMetric.Value)
                    loopback.Metric(254);
                if (release == ScriptRelease.Windows2000)
                    loopback.NotRegisteredInDns();
                if (release > ScriptRelease.Server2003)
                    loopback.NoDhcp();
                loopback.Binding("ms_server", false).NetBios(Cim.NetBiosOptions.DisableNetbios);
            })
            .Listens("tcp/443");
        if (release == ScriptRelease.Windows2000)
            builder.Firewall(firewall => firewall.Off());
        return builder.Build();
    }

    public static DsrService Service(params string[] vips) => new(
        vips.Select(System.Net.IPAddress.Parse),
        [ServicePort.Parse("443")],
        [System.Net.IPAddress.Parse("192.0.2.5")],
        trafficInterface: "net");

    public static ScriptRequest Request(ScriptRelease release, ScriptPart part, params string[] vips) => new()
    {
        Release = release,
        Language = ScriptLanguage.Cmd,
        Part = part,
        Service = Service(vips),
        Loopback = "loopback",
        PrefixLength = release <= ScriptRelease.Server2003 ? 24 : null,
    };

    /// <summary>The request of a script of a plan for a server.</summary>
    public static async Task<ScriptRequest> PlanRequestAsync(ScriptRelease release, ScriptLanguage language, ScriptPart part, string computerName = "WEB01")
    {
        DsrService service = Service(IPv4, IPv6);
        Snapshot seen = await new Admin(Build(release)).LookAsync();
        var snapshot = new Snapshot(computerName, seen.CollectedAt, seen.Collector, seen.Readings);
        return new()
        {
            Release = release,
            Language = language,
            Part = part,
            Service = service,
            Plan = DsrReadiness.Plans.Planner.Plan(snapshot, service, new DsrReadiness.Desired.PlanOptions { Loopback = "loopback" }),
        };
    }

    /// <summary>The results of all checks that are errors and did not pass.</summary>
    public static async Task<CheckResult[]> FailedAsync(LabServer server, DsrService service)
    {
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        Snapshot snapshot = await new Admin(server).LookAsync();
        return new CheckRunner(Catalogue.All).Run(snapshot, service).Results
            .Where(result => result.Outcome == Outcome.Failed && result.Severity == Severity.Error).ToArray();
    }

    /// <summary>What the path model, which knows nothing of the checks, finds wrong with the packets of the service, and with where its VIPs are shown.</summary>
    public static async Task<string[]> LostAsync(LabServer server, DsrService service)
    {
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        IReadOnlyList<PathTrace> traces = PathTracer.Trace(await new Admin(server).LookAsync(), service);
        Assert.Equal(service.VirtualIPAddresses.Count, traces.Count);
        return traces.Where(trace => trace.Outcome != PathOutcome.Answered || trace.Leaks != false).Select(trace =>
            $"{trace.Packet.Destination}: {trace.Outcome}, leaks: {trace.Leaks}. " + string.Join(" ", trace.All.Where(hop => hop.Outcome is HopOutcome.Dropped or HopOutcome.Leaks or HopOutcome.Undetermined).Select(hop => hop.Statement))).ToArray();
    }

    public static LabWindows WindowsOf(ScriptRelease release) => release < ScriptRelease.Windows8 ? LabWindows.Readable(release) : LabWindows.Of(release.ToString());
}
