using System;
using System.Diagnostics;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Browser;

/// <summary>The report of a farm of 200 servers in a real Chromium, with an accessibility checker.</summary>
public sealed class HtmlReportBrowserTests : IDisposable
{
    private const string Hostile = "<script>window.pwned=1</script>\"'><img src=x onerror=window.pwned=1>";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30); // a busy machine is slow, and no fault of the page
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public void Reads_well_asks_for_nothing_and_runs_no_script()
    {
        for (int i = 0; i < 200; i++)
            _folder.Write($"{i:D3}.json", Server(i));
        string report = _folder["report.html"];
        RunResult made = Dsr.Run(["test", _folder["*.json"], .. Samples.Service, "--format", "html", "--output", report]);
        Assert.Equal((1, string.Empty), (made.Status, made.Error));
        Assert.Equal("done", Look(report));
    }

    private static string Server(int number) => (number % 20) switch
    {
        3 => Samples.NotReadyText(number == 3 ? Hostile : $"WEB{number}"),
        7 => Samples.InconclusiveText($"WEB{number}"),
        11 => Samples.ReadyWithWarningText($"WEB{number}"),
        _ => Samples.ReadyText($"WEB{number}"),
    };

    private static string Look(string report)
    {
        using Process process = Process.Start(new ProcessStartInfo(BrowserFactAttribute.Node!, ["look.mjs", BrowserFactAttribute.Chromium!, report])
        {
            WorkingDirectory = BrowserFactAttribute.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            return "The browser did not end.";
        }

        return (output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult()).Trim();
    }
}
