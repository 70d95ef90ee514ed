using System;
using System.Linq;
using DsrReadiness.Releases;

namespace DsrReadiness.Tests.Documentation;

public sealed class ReleaseDocumentationTests
{
    [Fact]
    public void The_page_has_one_row_for_each_release_in_order()
    {
        string[] rows = Repository.Read("docs", "releases.md").Split('\n').Select(line => line.Split('|')).Where(cells => cells.Length == 7)
            .Select(cells => cells[1].Trim()).Where(cell => cell.StartsWith("Windows", StringComparison.Ordinal)).ToArray();
        Assert.Equal(ReleaseTable.All.Select(facts => facts.Name), rows);
    }

    [Fact]
    public void Every_release_has_its_facts() => Assert.Equal(Enum.GetValues<ScriptRelease>(), ReleaseTable.All.Select(facts => facts.Release));
}
