using System;
using System.Text;
using System.Threading.Tasks;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>A journal that is none of this server's, or of another time, is told with its place and what to do, and is in nobody's way.</summary>
public sealed class JournalProblemsTests
{
    private const string Id = "20261122T020000000Z-192.0.2.10";

    public static TheoryData<string, string, string> Foreign => new()
    {
        { "notes (old)", "buy milk", "in line 1" },
        { Id, "{\"entry\": \"run\", \"format\": \"dsr-journal/2\", \"id\": \"x\"}", "the format is dsr-journal/2, and this version of DsrReadiness reads dsr-journal/1: update the module" },
        { Id + " - Copy", Run(Id, "2026-11-22T02:00:00Z"), "it is a copy" },
        { "99991231T235959999Z-192.0.2.10", Run("99991231T235959999Z-192.0.2.10", "9999-12-31T23:59:59.999Z"), "the clock was wrong" },
        { Id, "{\"entry\": \"run\", \"format\": \"somebody-else/1\"}", "there is no journal of DsrReadiness" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_journal_is_told_and_is_in_nobodys_way(string name, string line, string reason)
    {
        Admin admin = UntouchedServer.New();
        admin.Journals.Begin("WEB01", name, Encoding.UTF8.GetBytes(line));
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.Applied, report.Result);
        string message = Assert.Single(report.JournalProblems).Message;
        Assert.Contains(reason, message);
        Assert.Contains(admin.Journals.PathOf("WEB01", name), message);
        Assert.Contains("Move-Item -LiteralPath", message);
        Assert.Equal(ApplyResult.Applied, (await admin.UndoAsync(report.Run!.Id)).Result);
        await Assert.ThrowsAsync<JournalFormatException>(() => admin.UndoAsync(name));
    }

    [Fact]
    public async Task A_damaged_journal_of_one_run_does_not_stop_another()
    {
        Admin admin = UntouchedServer.New();
        string first = (await admin.ApplyAsync(UntouchedServer.First)).Run!.Id;
        admin.Journals.Append("WEB01", first, Encoding.UTF8.GetBytes("not json"));
        admin.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        ApplyReport second = await admin.ApplyAsync(UntouchedServer.Second);
        Assert.Equal(ApplyResult.Applied, second.Result);
        Assert.Equal(first, Assert.Single(second.JournalProblems).RunId);
        Assert.Equal(ApplyResult.Applied, (await admin.UndoAsync(second.Run!.Id)).Result);
    }

    [Fact]
    public async Task A_clock_in_the_year_9999_begins_no_run()
    {
        Admin admin = UntouchedServer.New();
        admin.Server.Clock.Set(new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero));
        ApplyReport report = await admin.ApplyAsync(UntouchedServer.First);
        Assert.Equal(ApplyResult.Refused, report.Result);
        Assert.Contains("Set-Date", report.Reason);
        Assert.DoesNotContain(admin.Server.Calls, call => call.IsChange);
    }

    private static string Run(string id, string at) =>
        $"{{\"entry\": \"run\", \"format\": \"dsr-journal/1\", \"id\": \"{id}\", \"computerName\": \"WEB01\", \"startedAt\": \"{at}\", \"virtualIPAddress\": [\"192.0.2.10\"]}}";
}
