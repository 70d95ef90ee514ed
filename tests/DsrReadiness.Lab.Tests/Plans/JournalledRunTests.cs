using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>What undo makes of a journal and of the server it finds.</summary>
public sealed class JournalledRunTests
{
    [Theory]
    [InlineData("not json")]
    [InlineData("{\"entry\": \"status\", \"number\": 99, \"status\": \"Done\", \"note\": null, \"forOthers\": false, \"madeDevice\": null}")]
    [InlineData("{\"entry\": \"unheard of\"}")]
    public async Task A_damaged_journal_is_refused_and_nothing_is_touched(string line)
    {
        Admin admin = UntouchedServer.New();
        string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        admin.Journals.Append("WEB01", run, Encoding.UTF8.GetBytes(line));
        int calls = admin.Server.Calls.Count(call => call.IsChange);
        var refused = await Assert.ThrowsAsync<JournalFormatException>(() => admin.UndoAsync(run));
        Assert.Equal(run, refused.RunId);
        Assert.Equal(calls, admin.Server.Calls.Count(call => call.IsChange));
    }

    [Fact]
    public async Task A_journal_of_another_computer_is_refused()
    {
        Admin admin = UntouchedServer.New();
        string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        Admin other = new(new LabServerBuilder("WEB02").Build());
        byte[][] lines = [.. Lines(admin.Journals.Read("WEB01", run))];
        other.Journals.Begin("WEB02", run, lines[0]);
        foreach (byte[] line in lines.Skip(1))
            other.Journals.Append("WEB02", run, line);
        await Assert.ThrowsAsync<JournalFormatException>(() => other.UndoAsync(run));
        Assert.DoesNotContain(other.Server.Calls, call => call.IsChange);
    }

    [Fact]
    public async Task A_torn_last_line_is_dropped()
    {
        Admin admin = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(admin.Server);
        string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        int whole = admin.Journals.Read("WEB01", run).Length;
        admin.Journals.Append("WEB01", run, Encoding.UTF8.GetBytes("{\"entry\": \"sta"));
        admin.Journals.Truncate("WEB01", run, whole + 10);
        Assert.Equal(ApplyResult.Applied, (await admin.UndoAsync(run)).Result);
        PlanAndApplyTests.AssertSame(before, ServerState.Of(admin.Server));
    }

    [Fact]
    public async Task A_value_that_somebody_changed_since_is_kept_and_reported()
    {
        Admin admin = UntouchedServer.New();
        string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        CimQuery loopback = On.Interface(admin.Server.IndexOf("DSR Loopback"), IPFamily.IPv4, CimStore.Active);
        admin.Server.Backdoor.Execute(Do.Set(loopback, NetIPInterfaceClass.InterfaceMetric, 77L));
        ApplyReport report = await admin.UndoAsync(run);
        JournalStep kept = Assert.Single(report.Left);
        Assert.Contains("77", kept.Note);
    }

    [Fact]
    public async Task What_undo_asks_is_made_from_the_values_and_not_from_the_journals_words()
    {
        Admin admin = UntouchedServer.New();
        string run = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        var forged = new MemoryJournals();
        byte[][] lines = [.. Lines(admin.Journals.Read("WEB01", run))];
        forged.Begin("WEB01", run, lines[0]);
        foreach (byte[] line in lines.Skip(1))
            forged.Append("WEB01", run, Encoding.UTF8.GetBytes(Regex.Replace(Encoding.UTF8.GetString(line), "\"text\": \"[^\"]*\"", "\"text\": \"Tidy up.\"")));
        var other = new Admin(admin.Server, forged);
        var asked = new List<string>();
        other.Observer.Answer = about =>
        {
            asked.Add(about.Text);
            return true;
        };
        Assert.Empty((await other.UndoAsync(run)).Left);
        Assert.DoesNotContain(asked, text => text.Contains("Tidy", StringComparison.Ordinal));
        Assert.Contains("Undo: Set WeakHostReceive to Disabled of Ethernet (IPv4).", asked);
        Assert.Contains("Undo: Remove 192.0.2.10 on DSR Loopback.", asked);
        Assert.Contains("Undo: Remove firewall rule DsrReadiness-192.0.2.10-tcp-443.", asked);
        Assert.Contains(asked, text => text.StartsWith("Undo: Remove the loopback adapter ROOT", StringComparison.Ordinal));
    }

    private static IEnumerable<byte[]> Lines(byte[] journal) =>
        Encoding.UTF8.GetString(journal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes);
}
