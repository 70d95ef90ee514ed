using System;
using System.Text;
using DsrReadiness.Json;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>Entries that no run of ours has written. What .NET would take for a name, and rows would not bear, is refused as any other damage.</summary>
public sealed class JournalEntryReaderTests
{
    private const string Step = """{"entry": "step", "number": 1, "text": "x", "check": "M01", "shared": false, "class": "MSFT_NetIPAddress", "interface": null, "where": {"IPAddress": "192.0.2.10"}, "to": {"SkipAsSource": true}, "before": {"Active": null}, "options": [], "devices": []}""";

    [Fact]
    public void A_step_as_it_is_written_is_read()
    {
        JournalRun run = Read(Step);
        Assert.Equal("M01", Assert.Single(run.Steps).Change.CheckId);
    }

    [Theory]
    [InlineData("{\"Active\": null}", "{}", "what was there before is missing")]
    [InlineData("{\"Active\": null}", "{\"Active\": null, \" Active\": null}", "' Active' is not a valid CimStore")]
    [InlineData("{\"Active\": null}", "{\"-1\": null}", "'-1' is not a valid CimStore")]
    [InlineData("{\"Active\": null}", "{\"+1\": null}", "'+1' is not a valid CimStore")]
    [InlineData("{\"Active\": null}", "{\"Active,Persistent\": null}", "is not a valid CimStore")]
    [InlineData("{\"Active\": null}", "{\"\": null}", "'' is not a valid CimStore")]
    [InlineData("{\"IPAddress\": \"192.0.2.10\"}", "{\"IPAddress\": null}", "MSFT_NetIPAddress.IPAddress, which is NULL")]
    [InlineData("{\"IPAddress\": \"192.0.2.10\"}", "{\"IPAddress\": \"192.0.2.10\", \"ipaddress\": \"192.0.2.11\"}", "MSFT_NetIPAddress.IPAddress is there twice")]
    [InlineData("{\"IPAddress\": \"192.0.2.10\"}", "{\"IPAddress\": {}}", "an object stands where a value should")]
    [InlineData("{\"SkipAsSource\": true}", "{\"SkipAsSource\": [[true]]}", "an object stands where a value should")]
    [InlineData("\"options\": []", "\"options\": [{\"name\": \"a\", \"type\": \"String\", \"value\": {}}]", "an object stands where a value should")]
    public void What_no_run_has_written_is_refused(string instead, string damage, string reason)
    {
        Assert.Contains(instead, Step);
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Read(Step.Replace(instead, damage, StringComparison.Ordinal))).Message);
    }

    [Theory]
    [InlineData("Done, Kept")]
    [InlineData(" Done")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("done")]
    public void A_status_is_one_of_those_that_there_are(string status)
    {
        JournalRun run = Read(Step);
        Assert.Throws<FormatException>(() => ReadInto(
            run, $$"""{"entry": "status", "number": 1, "status": "{{status}}", "note": null, "forOthers": false, "madeDevice": null}"""));
    }

    [Fact]
    public void What_a_damaged_journal_holds_does_nothing_to_a_terminal() =>
        Assert.DoesNotContain('\u001b', new JournalFormatException("run", "here", 1, "there is an entry '\u001b[2J', which is not known").Message);

    [Fact]
    public void A_damaged_line_is_not_told_in_full() =>
        Assert.InRange(new JournalFormatException("run", "here", 1, new string('x', 60_000)).Message.Length, 300, 600);

    private static JournalRun Read(string line)
    {
        var run = new JournalRun("run", "WEB01", DateTimeOffset.UnixEpoch, []);
        ReadInto(run, line);
        return run;
    }

    private static void ReadInto(JournalRun run, string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        new JournalEntryReader(JsonTree.Read(bytes, 0, bytes.Length)).ReadInto(run);
    }
}
