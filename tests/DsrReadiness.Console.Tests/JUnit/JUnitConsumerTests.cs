using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using DsrReadiness.Console.Tests.Browser;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.JUnit;

/// <summary>Our JUnit, as programs of others read it that know nothing of us.</summary>
public sealed class JUnitConsumerTests : IDisposable
{
    private const string Hostile = "<failure>\"'&]]>";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ConsumerFact]
    public void Three_programs_read_the_tests_that_there_are()
    {
        string[] arguments = ["test", _folder.Write("a.json", Samples.ReadyText("WEB01")), _folder.Write("b.json", Samples.NotReadyText(Hostile)), _folder.Write("c.json", Samples.InconclusiveText("WEB03")), .. Samples.Service];
        string report = _folder["report.xml"];
        Dsr.Run([.. arguments, "--format", "junit", "--output", report]);
        JsonElement[] results = [.. JsonDocument.Parse(Dsr.Run([.. arguments, "--format", "json"]).Output).RootElement.EnumerateArray().SelectMany(verdict => verdict.GetProperty("results").EnumerateArray())];
        JsonElement[] failed = [.. results.Where(result => Text(result, "outcome") == "Failed" && Text(result, "severity") == "Error")];
        int skipped = results.Count(result => Text(result, "outcome") is "Unknown" or "NotApplicable");
        string[] names = [.. failed.Select(result => Text(result, "id") + " " + Text(result, "name")).Order(StringComparer.Ordinal)];
        Assert.True(failed.Length > 2 && skipped > 10);

        string[][] read = [.. Run(report).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
        Assert.Equal(["junit2json", "junit-report-merger", "test-results-parser"], read.Select(line => line[0]));
        foreach (string[] line in read)
        {
            int tests = line[0] == "test-results-parser" ? results.Length - skipped : results.Length; // It does not count what was skipped.
            Assert.Equal([$"{tests}", $"{failed.Length}", $"{skipped}"], line[1..4]);
            Assert.Equal(names, line[4..].Select(name => name[(name.LastIndexOf(' ', name.LastIndexOf(' ') - 1) + 1)..]).Order(StringComparer.Ordinal));
        }

        Assert.All(read[..2], line => Assert.All(line[4..], name => Assert.StartsWith(Hostile, name, StringComparison.Ordinal)));
    }

    private static string Text(JsonElement result, string member) => result.GetProperty(member).GetString()!;

    private static string Run(string report)
    {
        using Process process = Process.Start(new ProcessStartInfo(BrowserFactAttribute.Node!, ["read.mjs", report])
        {
            WorkingDirectory = ConsumerFactAttribute.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(string.Empty, error.GetAwaiter().GetResult());
        return output;
    }
}

/// <summary>A test with programs from npm; skipped, and saying why, where they are not installed.</summary>
public sealed class ConsumerFactAttribute : FactAttribute
{
    public ConsumerFactAttribute() => Skip = BrowserFactAttribute.Node is null ? "node is not on PATH"
        : !Directory.Exists(Path.Join(Folder, "node_modules")) ? "its npm packages are not installed: run npm ci in " + Folder
        : null;

    internal static string Folder => Path.Join(BrowserFactAttribute.Root, "tests", "DsrReadiness.Console.Tests", "JUnit");
}
