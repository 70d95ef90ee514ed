using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Commands.Tests.Contracts;

/// <summary>What runs on hosted machines with rights of this project.</summary>
public sealed class WorkflowTests
{
    private static readonly Regex s_uses = new(@"uses:\s*(?<what>\S+)(?<rest>.*)");

    public static TheoryData<string> Workflows() => [.. Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows"), "*.yml").Select(each => Path.GetFileName(each)).Order()];

    /// <summary>A tag can be moved to other code; a hash cannot.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_are_pinned_by_hash_beside_their_version(string file)
    {
        Match[] used = [.. s_uses.Matches(Read(file)).Where(each => !each.Groups["what"].Value.StartsWith("./", System.StringComparison.Ordinal))];

        Assert.All(used, each => Assert.Matches(@"^uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\r?$", each.Value));
        Assert.True(used.Length > 0 || file != "ci.yml");
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Rights_are_named_and_small(string file) => Assert.Contains("\npermissions:\n  contents: read\n", Read(file));

    [Fact]
    public void A_release_waits_for_a_run_on_real_servers()
    {
        string release = Read("release.yml");

        Assert.Contains("uses: ./.github/workflows/live.yml", release);
        Assert.Matches(@"publish:\s+runs-on: \S+\s+needs: \[live, package\]", release);
        Assert.Contains("workflow_call:", Read("live.yml"));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", file)).ReplaceLineEndings("\n");
}
