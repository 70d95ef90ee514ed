using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Redaction;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Robustness.Fuzzing;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Robustness.Tests.Growing;

/// <summary>
/// Whatever there is more of, reading, judging, tracing, planning and reporting it takes in proportion and no more. What is allocated is always looked at, at small sizes, and of what once was out of
/// proportion how long it takes. That of all the others takes long and wants a quiet computer: <c>DSR_GROWTH=1</c> looks at it, and <c>DSR_GROWTH=20</c> begins at twenty times the size.
/// </summary>
[Trait("Tier", "Slow")]
[Collection(nameof(Alone))]
public sealed class GrowthTests
{
    private static readonly string s_sample = File.ReadAllText(Path.Join(Corpora.Clone, "docs", "samples", "server2019-ready.json"));

    private static int Factor => int.TryParse(Environment.GetEnvironmentVariable("DSR_GROWTH"), out int asked) ? asked : 0;

    private static readonly string[] s_once =
        ["ports of the service", "routes and addresses of the loopback", "DNS servers and addresses of the traffic interface", "default routes and routes of the loopback", "VIPs with a rule each"];

    public static TheoryData<string, bool> Names
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (Dimension dimension in Dimensions.All)
                data.Add(dimension.Name, Factor > 0 || s_once.Contains(dimension.Name));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_server_costs_in_proportion_to_its_size(string name, bool isTimed)
    {
        Dimension dimension = Dimensions.All.Single(each => each.Name == name);
        Snapshot earlier = SnapshotFile.Read(new MemoryStream(dimension.Snapshot(s_sample, 0)), "earlier");
        IReadOnlyList<string> problems = GrowthRule.Problems(Math.Min(dimension.Size * Math.Max(1, Factor), dimension.Largest / 4), dimension.Largest, count =>
        {
            byte[] bytes = dimension.Snapshot(s_sample, count);
            DsrService service = dimension.Service(count);
            return stage => Everything(stage, bytes, service, earlier);
        }, isTimed);
        Assert.True(problems.Count == 0, string.Join("\n", problems) + "\nBy check at " + dimension.Size * 4 + ": " + ByCheck(dimension));
    }

    /// <summary>Which check to look at where a verdict costs too much.</summary>
    private static string ByCheck(Dimension dimension)
    {
        var context = new CheckContext(SnapshotFile.Read(new MemoryStream(dimension.Snapshot(s_sample, dimension.Size * 4)), "input"), dimension.Service(dimension.Size * 4));
        return string.Join(", ", Catalogue.All.Checks.Select(check => (check.Info.Id, Time: Time(check))).OrderByDescending(each => each.Time).Take(4).Select(each => $"{each.Id} {each.Time.TotalMilliseconds:N0} ms"));

        TimeSpan Time(Check check)
        {
            TimeSpan start = ProcessorTime.Now;
            _ = check.Evaluate(context).Count();
            return ProcessorTime.Now - start;
        }
    }

    private static void Everything(Measured stage, byte[] bytes, DsrService service, Snapshot earlier)
    {
        Snapshot snapshot = null!;
        ServerVerdict verdict = null!;
        IReadOnlyList<PathTrace> paths = [];
        Plan plan = null!;
        stage("read", () => snapshot = SnapshotFile.Read(new MemoryStream(bytes), "input"));
        stage("verdict", () => verdict = new CheckRunner(Catalogue.All).Run(snapshot, service));
        stage("path", () => paths = PathTracer.Trace(snapshot, service));
        stage("plan", () => plan = Planner.Plan(snapshot, service));
        stage("table", () => new VerdictText(100, TextStyle.Plain).Write(TextWriter.Null, verdict));
        stage("removal", () => RemovalPlanner.Plan(snapshot, service));
        stage("plan as text", () => new PlanText(100, TextStyle.Plain).Write(TextWriter.Null, plan));
        stage("comparison", () => ServerComparison.Of(earlier, snapshot, service, Catalogue.All));
        stage("redaction", () => new SnapshotRedactor(new byte[32]).Redact(snapshot));
        Report("HTML", output => new HtmlReport(output, new MemoryStream()));
        Report("JUnit", output => new JUnitReport(output));
        Report("Markdown", output => new MarkdownReport(output, new MemoryStream()));
        Report("JSON", output => new JsonReport(output));

        void Report(string name, Func<Stream, IReport> begin) => stage(name, () =>
        {
            IReport report = begin(Stream.Null);
            report.Write(new ReportEntry(verdict, snapshot.CollectedAt, "input", plan, paths));
            report.End();
        });
    }
}
