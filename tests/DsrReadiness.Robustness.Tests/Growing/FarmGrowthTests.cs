using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Lab;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Reports.Documents.Html;
using DsrReadiness.Robustness.Fuzzing;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Robustness.Tests.Growing;

/// <summary>What there is more of than one server has: servers of a report and of a pool, and steps that were journaled.</summary>
[Trait("Tier", "Slow")]
[Collection(nameof(Alone))]
public sealed class FarmGrowthTests
{
    private static readonly DsrService s_service = Dimension.SomeService();
    private static readonly Snapshot s_sample = Read("server2019-ready.json");

    [Fact]
    public void Reports_cost_in_proportion_to_their_servers()
    {
        ServerVerdict verdict = new CheckRunner(Catalogue.All).Run(s_sample, Dimension.SomeService(vips: ["192.168.11.51"]));
        Assert.Empty(GrowthRule.Problems(100, 10_000, count => stage =>
        {
            Write("HTML", output => new HtmlReport(output, new MemoryStream()));
            Write("JUnit", output => new JUnitReport(output));
            Write("Markdown", output => new MarkdownReport(output, new MemoryStream()));
            Write("JSON", output => new JsonReport(output));

            void Write(string name, Func<Stream, IReport> begin) => stage(name, () =>
            {
                IReport report = begin(Stream.Null);
                for (int i = 0; i < count; i++)
                    report.Write(new ReportEntry(verdict, s_sample.CollectedAt, "input", null, []));
                report.End();
            });
        }, isTimed: false));
    }

    [Fact]
    public void Judging_a_pool_costs_in_proportion_to_its_members() => Assert.Empty(GrowthRule.Problems(20, 10_000, count =>
    {
        Snapshot[] members = [.. Enumerable.Range(0, count).Select(i => new Snapshot("WEB" + i.ToString(CultureInfo.InvariantCulture), s_sample.CollectedAt, s_sample.Collector, s_sample.Readings))];
        return stage => stage("pool", () =>
        {
            var inputs = new CheckInputs(pool: new Pool(members));
            foreach (Snapshot member in members)
                new CheckRunner(Catalogue.All).Run(member, s_service, inputs, default);
        });
    }, isTimed: false));

    [Fact]
    public async Task A_journal_costs_in_proportion_to_its_steps()
    {
        StartingState state = StartingStates.All[0];
        var admin = new Admin(state.Build(LabOmittedStore.ActiveStoreOnly));
        await admin.ApplyAsync(state.Service);
        string run = Assert.Single(admin.Journals.List(admin.Server.ComputerName));
        string[] lines = Encoding.UTF8.GetString(admin.Journals.Read(admin.Server.ComputerName, run)).Split('\n');
        string[] step = [.. lines.Where(line => line.Contains("\"number\": 1,", StringComparison.Ordinal))];
        Assert.True(step.Length >= 2, string.Join('\n', lines.Take(4)));
        Assert.Empty(GrowthRule.Problems(500, 100_000, count =>
        {
            var journals = new MemoryJournals();
            journals.Begin(admin.Server.ComputerName, run, Line(lines[0]));
            for (int i = 1; i <= count; i++)
            {
                foreach (string line in step)
                    journals.Append(admin.Server.ComputerName, run, Line(line.Replace("\"number\": 1,", string.Create(CultureInfo.InvariantCulture, $"\"number\": {i},"), StringComparison.Ordinal)));
            }

            return stage => stage("reading", () => Assert.Equal(count, Assert.Single(JournalReader.ReadAll(journals, admin.Server.ComputerName)).Steps.Count));
        }, isTimed: false));
    }

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes(text);

    private static Snapshot Read(string name)
    {
        using FileStream file = File.OpenRead(Path.Join(Corpora.Clone, "docs", "samples", name));
        return SnapshotFile.Read(file, name);
    }
}
