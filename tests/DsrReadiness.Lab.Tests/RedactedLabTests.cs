using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Plans;
using DsrReadiness.Redaction;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Lab.Tests;

/// <summary>Every shape of a lab server, redacted, gets the verdict and the plan that it gets as it is.</summary>
public sealed class RedactedLabTests
{
    private static readonly DsrService s_service = new(
        [IPAddress.Parse(Some.Vip), IPAddress.Parse("2001:db8::10")], [ServicePort.Parse("tcp/443"), ServicePort.Parse("udp/5000-5002")]);

    public static TheoryData<LabShape> Shapes => new(Enum.GetValues<LabShape>());

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_shape_keeps_verdict_and_plan(LabShape shape)
    {
        LabServer server = LabShapes.Describe("LAB01", 1, shape, s_service).Build();
        Snapshot snapshot = await SnapshotCollector.CollectAsync(server, server.Clock, null, "tests", CancellationToken.None);
        Snapshot redacted = new SnapshotRedactor(new byte[32]).Redact(snapshot);
        Assert.DoesNotContain("LAB01", redacted.ComputerName, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Outcomes(snapshot), Outcomes(redacted));
        Assert.Equal(Planned(snapshot), Planned(redacted));
    }

    private static string[] Outcomes(Snapshot snapshot) =>
        [.. new CheckRunner(Catalogue.All).Run(snapshot, s_service).Results.Select(result => $"{result.Id} {result.Outcome} {result.Severity}")];

    /// <summary>All words of the plan: in a lab, names of interfaces are usual ones.</summary>
    private static string[] Planned(Snapshot snapshot)
    {
        Plan plan = Planner.Plan(snapshot, s_service);
        return [.. plan.Changes.Select(change => change.CheckId + " " + change.Text), .. plan.Refusals.Select(refusal => refusal.CheckId)];
    }
}
