using System;
using System.Globalization;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Browser;

/// <summary>Reports of farms in a real Chromium, with an accessibility checker.</summary>
[Trait("Tier", "Slow")]
public sealed class HtmlReportBrowserTests : IDisposable
{
    private const string Hostile = "<script>window.pwned=1</script>\"'><img src=x onerror=window.pwned=1>";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public void Reads_well_asks_for_nothing_and_runs_no_script_but_its_own()
    {
        for (int i = 0; i < 40; i++)
            _folder.Write($"{i:D3}.json", Server(i));
        string report = _folder["report.html"];
        RunResult made = Dsr.Run(["test", _folder["*.json"], .. Samples.Service, "--format", "html", "--output", report]);
        Assert.Equal((1, string.Empty), (made.Status, made.Error));
        Assert.Equal("done", BrowserFactAttribute.Run("look.mjs", report));
    }

    /// <summary>
    /// Seconds of a busy machine say nothing of a page: it is held to a plain one in the same browser and run. 3,000 servers with 600 in trouble took a third of the time of 80,000 plain paragraphs.
    /// </summary>
    [BrowserFact]
    public void Three_thousand_servers_are_shown_in_less_than_half_the_time_of_a_plain_page()
    {
        string[] files = [.. Enumerable.Range(0, 20).Select(i => _folder.Write($"{i:D3}.json", Server(i)))];
        string report = _folder["report.html"];
        RunResult made = Dsr.Run(["test", .. Enumerable.Repeat(files, 150).SelectMany(each => each), .. Samples.Service, "--format", "html", "--output", report]);
        Assert.Equal((1, string.Empty), (made.Status, made.Error));
        string plain = _folder.Write("plain.html", "<!DOCTYPE html><title>Plain</title>" + string.Concat(Enumerable.Range(0, 80_000).Select(i => $"<p id=\"p{i}\">A paragraph of some forty letters, as many are.</p>\n")));
        string[] said = BrowserFactAttribute.Run("weigh.mjs", report, plain).Split(' ');
        Assert.InRange(int.Parse(said[0], CultureInfo.InvariantCulture), 30_000, 3_000 * 40);
        Assert.InRange(double.Parse(said[1], CultureInfo.InvariantCulture), 0.01, 0.5);
    }

    private static string Server(int number) => (number % 20) switch
    {
        3 => Samples.NotReadyText(number == 3 ? Hostile : $"WEB{number}"),
        7 => Samples.InconclusiveText($"WEB{number}"),
        11 => Samples.ReadyWithWarningText($"WEB{number}"),
        _ => Samples.ReadyText($"WEB{number}"),
    };
}
