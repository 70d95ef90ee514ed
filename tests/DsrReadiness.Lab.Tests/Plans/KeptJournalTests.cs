using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>Journals that earlier builds wrote lie on servers for years: each is undone as if it were of today.</summary>
public sealed class KeptJournalTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "DsrReadiness.Lab.Tests", "Plans", "Journals");

    public static TheoryData<string> Kept() => [.. Directory.GetFiles(s_folder, "*.jsonl").Select(each => Path.GetFileName(each)).Order()];

    /// <summary>Each is of the first service on the untouched server.</summary>
    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_kept_journal_is_undone(string file)
    {
        Admin today = UntouchedServer.New();
        IReadOnlyList<string> before = ServerState.Of(today.Server);
        ApplyReport applied = await today.ApplyAsync(UntouchedServer.First);
        Assert.NotEqual(before, ServerState.Of(today.Server));

        var later = new Admin(today.Server, Journal(file));
        JournalRun kept = Assert.Single(later.Runs());
        ApplyReport undone = await later.UndoAsync(kept.Id);

        Assert.Equal(applied.Run!.Steps.Count, kept.Steps.Count);
        Assert.Empty(undone.Left);
        Assert.Equal(RunStatus.Undone, undone.Run!.Status);
        Assert.Equal(before, ServerState.Of(today.Server));
    }

    private static MemoryJournals Journal(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(s_folder, file));
        string run = JsonDocument.Parse(lines[0]).RootElement.GetProperty("id").GetString()!;
        var journals = new MemoryJournals();
        journals.Begin("WEB01", run, Encoding.UTF8.GetBytes(lines[0]));
        foreach (string line in lines.Skip(1))
            journals.Append("WEB01", run, Encoding.UTF8.GetBytes(line));
        return journals;
    }
}
