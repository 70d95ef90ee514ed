using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Tests.Checks;
using DsrReadiness.Tests.Checks.VirtualAddresses;
using DsrReadiness.Tests.Comparisons;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Tests.Reports;

public sealed class ComparisonReportTests
{
    private static readonly ServerComparison s_worse = KnownCausesTests.Compare(Server.Ready(), KnownCausesTests.WrittenBack());
    private static readonly ServerComparison s_better = KnownCausesTests.Compare(KnownCausesTests.WrittenBack(), Server.Ready());
    private static readonly ServerComparison s_same = KnownCausesTests.Compare(Server.Ready(), Server.Ready());

    [Fact]
    public void The_text_says_what_was_what_is_and_what_it_looks_like()
    {
        string text = Text(s_worse);
        Assert.StartsWith("WORSE  SRV19A for 192.168.11.50 on tcp/443\n       earlier\n       later\n", text, StringComparison.Ordinal);
        Assert.Contains("Ready before, not ready now; 2 worse.", text, StringComparison.Ordinal);
        Assert.Contains("Worse      M01  WeakHostReceiveOnTrafficInterface: Ethernet\n                Was passed: ", text, StringComparison.Ordinal);
        Assert.Contains("                Is failed: ", text, StringComparison.Ordinal);
        Assert.Contains("It looks as if: The interfaces are the same", text, StringComparison.Ordinal);
        Assert.Contains("Explains M01, M05.", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').Where(line => !Pasteable.IsCommand(line.Trim())), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void The_text_begins_with_the_direction()
    {
        Assert.StartsWith("BETTER  ", Text(s_better), StringComparison.Ordinal);
        Assert.StartsWith("SAME  ", Text(s_same), StringComparison.Ordinal);
        Assert.Contains("Ready as before; no check finds anything else.", Text(s_same), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_tells_what_is_only_different_from_what_is_worse()
    {
        string text = Text(KnownCausesTests.Compare(Server.Ready(), Server.Ready().WithMetric(Server.Loopback, 200)));
        Assert.StartsWith("DIFFERENT  ", text, StringComparison.Ordinal);
        Assert.Contains("Different  V11  LoopbackMetricIsHigher: Loopback\n                Was passed: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_tells_what_cannot_be_known_any_more()
    {
        string text = Text(KnownCausesTests.Compare(Server.Ready(), Server.Ready().Fail(NetIPInterfaceClass.Class, CimStore.Active, FailureKind.AccessDenied)));
        Assert.Contains("Ready before, inconclusive now; ", text, StringComparison.Ordinal);
        Assert.Contains("Is unknown: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_tells_warnings_and_what_does_not_apply()
    {
        string text = Text(KnownCausesTests.Compare(
            Server.Ready().WithoutLoopback(), Server.Ready().Set(NetIPAddressClass.SkipAsSource, false, (NetIPAddressClass.IPAddress, Server.Vip))));
        Assert.Contains("Was not applicable: ", text, StringComparison.Ordinal);
        Assert.Contains("Is warning: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_has_the_members_of_the_contract_and_no_others()
    {
        using var stream = new MemoryStream();
        var json = new ComparisonJson(stream);
        json.Write(s_worse);
        json.Write(s_same);
        json.End();
        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        JsonElement[] all = [.. document.RootElement.EnumerateArray()];

        Assert.Equal(2, all.Length);
        Assert.All(all, each => Assert.Equal(["computerName", "service", "before", "after", "changes", "causes"], Members(each)));
        Assert.Equal(["collectedAt", "verdict"], Members(all[0].GetProperty("before")));
        Assert.Equal(("Ready", "NotReady"), (all[0].GetProperty("before").GetProperty("verdict").GetString(), all[0].GetProperty("after").GetProperty("verdict").GetString()));
        JsonElement change = all[0].GetProperty("changes")[0];
        Assert.Equal(["id", "name", "change", "before", "after"], Members(change));
        Assert.Equal(["severity", "outcome", "subject", "reason", "recommendation", "command"], Members(change.GetProperty("after")));
        Assert.Equal(["cause", "text", "explains"], Members(all[0].GetProperty("causes")[0]));
        Assert.Equal((0, 0), (all[1].GetProperty("changes").GetArrayLength(), all[1].GetProperty("causes").GetArrayLength()));
    }

    [Fact]
    public void The_markdown_is_a_table_of_changes_with_what_it_looks_like()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var markdown = new ComparisonMarkdown(writer);
        markdown.Write(s_worse, "earlier", "*later*");
        markdown.Write(s_same, "earlier", "later");
        string text = writer.ToString();

        Assert.Single(text.Split('\n'), line => line.StartsWith("# ", StringComparison.Ordinal));
        Assert.Contains("| Worse | M01 WeakHostReceiveOnTrafficInterface | passed: ", text, StringComparison.Ordinal);
        Assert.Contains("After: \\*later\\*\n", text, StringComparison.Ordinal);
        Assert.Contains("**It looks as if:** The interfaces are the same", text, StringComparison.Ordinal);
    }

    private static string Text(ServerComparison comparison)
    {
        var writer = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        new ComparisonText(80, TextStyle.Plain).Write(writer, comparison, "earlier", "later");
        return writer.ToString();
    }

    private static string[] Members(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}
