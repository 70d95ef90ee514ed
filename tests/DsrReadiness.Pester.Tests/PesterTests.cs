using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit.Abstractions;

namespace DsrReadiness.Pester.Tests;

/// <summary>The module in a real PowerShell: each file of <c>Pester</c> is one test here, which fails with what Pester says.</summary>
public sealed class PesterTests(PesterWorkers workers, ITestOutputHelper output) : IClassFixture<PesterWorkers>
{
    /// <summary>Files that take more than a few seconds.</summary>
    private static readonly string[] s_slow = ["Advice", "Build", "Compliance", "Dsc", "DscManifest", "FirstVerdict", "Help", "LiveSuite", "Objects", "Scripts"];

    /// <summary>Files that run only where somebody asks for them, on a real server.</summary>
    private static readonly string[] s_onDemand = ["Live"];

    public static TheoryData<string> Quick => [.. Files().Except(s_slow)];

    public static TheoryData<string> Slow => [.. s_slow];

    [Theory]
    [MemberData(nameof(Quick))]
    public async Task Pester_5(string file) => await RunAsync(await workers.Pester5, file);

    [Theory]
    [MemberData(nameof(Slow))]
    [Trait("Tier", "Slow")]
    public async Task Pester_5_slow(string file) => await RunAsync(await workers.Pester5, file);

    /// <summary>The suite that users run, in the Pester that they may have.</summary>
    [Fact]
    [Trait("Tier", "Slow")]
    public async Task Compliance_in_Pester_6() => await RunAsync(await workers.Pester6, "Compliance");

    [Fact]
    public async Task A_failing_test_fails_here_with_the_words_of_Pester()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("Wrong.Tests.ps1", "Describe 'Sums' { It 'adds' { 1 + 1 | Should -Be 3 } }");
        PesterResult result = await (await workers.Pester5).RunAsync(file);
        Assert.Equal((0, 1), (result.Passed, result.Failed));
        Assert.Contains("Expected 3, but got 2.", result.Text);
    }

    [Fact]
    public async Task A_file_that_cannot_be_run_is_broken()
    {
        using var folder = new TemporaryFolder();
        PesterResult result = await (await workers.Pester5).RunAsync(folder.Write("Broken.Tests.ps1", "Describe 'Sums' { throw 'no' }"));
        Assert.Equal((0, 1), (result.Passed, result.Broken));
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "Pester"), "*.Tests.ps1")
        .Select(file => Path.GetFileName(file)[..^".Tests.ps1".Length]).Except(s_onDemand).Order();

    private async Task RunAsync(PesterWorker worker, string file)
    {
        PesterResult result = await worker.RunAsync(Path.Combine(Repository.Root, "Pester", file + ".Tests.ps1"));

        // .ci/run adds these lines up.
        output.WriteLine($"Pester {file}: {result.Passed} passed, {result.Failed} failed, {result.Skipped} skipped");
        Assert.True(result is { Failed: 0, Broken: 0 }, result.Text);
        Assert.True(result.Passed > 0, $"{file} has no test that ran.\n{result.Text}");
    }
}
