using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Documentation;

/// <summary>A check is a class, a test class, a page and a row: the four say the same.</summary>
public sealed class CheckDocumentationTests
{
    /// <summary>The letters that ids begin with.</summary>
    private const string Areas = "HAVMNDWSR";

    private static readonly string[] s_sections = ["What it means", "What is read", "Outcomes", "How to fix", "Example"];

    /// <summary>Finding the interfaces that a check is about reads these; pages leave that to H02 and A01.</summary>
    private static readonly IEnumerable<CimClass> s_ofInterfaces = ReadingId.Interfaces.Select(each => each.Class);

    public static TheoryData<string> Ids() => new(Catalogue.All.Checks.Select(check => check.Info.Id));

    [Fact]
    public void Every_check_has_a_page_and_every_page_a_check() =>
        Assert.Equal(Catalogue.All.Checks.Select(PageNameOf).Order(StringComparer.Ordinal), CheckPage.All.Select(page => page.FileName));

    [Fact]
    public void The_index_lists_the_checks_as_the_catalogue_does() => Assert.Equal(
        Catalogue.All.Checks.Select(check => check.Info).Select(info =>
            $"[{info.Id}]({info.Id}-{info.Name}.md) | {info.Name} | {string.Join(", ", info.Severities)} | {info.Title}"),
        Repository.Read("docs", "checks", "README.md").Split('\n').Where(line => line.StartsWith("| ["))
            .Select(line => string.Join(" | ", CheckPage.Cells(line))));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_which_check_it_is_and_how_severe(string id)
    {
        (CheckInfo info, CheckPage page) = Find(id);
        Assert.Equal($"# {info.Id} {info.Name}", page.Heading);
        Assert.Equal(string.Join(", ", info.Severities), page.Severity);
        Assert.Empty(s_sections.Except(page.Sections));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_tells_when_each_outcome_comes(string id)
    {
        (CheckInfo info, CheckPage page) = Find(id);
        Assert.Equal(info.Outcomes.Select(outcome => outcome.ToString()).Order(), page.Outcomes.Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_the_classes_that_the_check_reads(string id)
    {
        (CheckInfo info, CheckPage page) = Find(id);
        Assert.All(info.Reads.Select(each => each.Class).Except(s_ofInterfaces), each => Assert.Contains($"`{each.Name}`", page.Text));
        Assert.True(info.Reads.Count == 0 || page.Reads.Count > 0, "The table of what is read has no row.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_only_classes_properties_and_stores_that_the_check_reads(string id)
    {
        (CheckInfo info, CheckPage page) = Find(id);
        Assert.Empty(page.Reads.SelectMany(row => FaultsOf(row, info)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Links_of_a_page_lead_somewhere(string id)
    {
        (_, CheckPage page) = Find(id);
        foreach (string link in page.Links)
        {
            if (link.StartsWith("../", StringComparison.Ordinal))
            {
                Assert.True(System.IO.File.Exists(Repository.PathOf("docs", "checks", link)), link);
                continue;
            }

            // A check that is planned may be linked to before it is there; its id is not reused.
            Check? linked = Catalogue.All.Checks.FirstOrDefault(check => link.StartsWith(check.Info.Id + "-"));
            Assert.True(linked is null ? IsPlanned(link) : link == PageNameOf(linked), link);
        }
    }

    [Fact]
    public void Faults_in_a_table_of_what_is_read_would_be_found()
    {
        CheckInfo info = Catalogue.All.Checks[0].Info;
        Assert.Empty(Faults("`MSFT_NetIPInterface` | `WeakHostReceive` of the interface | active"));
        Assert.Empty(Faults("`MSFT_NetIPInterface` (active store) | `WeakHostReceive`"));
        Assert.Equal(["`MSFT_NetIPInterfaces` is not a contracted class"], Faults("`MSFT_NetIPInterfaces` | `WeakHostReceive` | active"));
        Assert.Equal(["MSFT_DNSClient is not among what the check reads"], Faults("`MSFT_DNSClient` | `InterfaceIndex` |"));
        Assert.Equal(["`WeakHostRecieve` is not a contracted property"], Faults("`MSFT_NetIPInterface` | `WeakHostRecieve`, `WeakHostSend` | active"));
        Assert.Equal(["no property of MSFT_NetIPInterface is named"], Faults("`MSFT_NetIPInterface` | `SkipAsSource` | active"));
        Assert.Equal(["MSFT_NetIPInterface is not read from its persistent store"], Faults("`MSFT_NetIPInterface` | `WeakHostSend` | persistent"));
        Assert.Equal(["MSFT_NetIPInterface is in two stores, and none is named"], Faults("`MSFT_NetIPInterface` | `WeakHostSend` | |"));
        Assert.Equal(["MSFT_NetAdapter has no stores, and one is named"], Faults("`MSFT_NetAdapter` | `Name` | active"));

        IEnumerable<string> Faults(string row) => FaultsOf(CheckPage.Cells(row), info);
    }

    private static IEnumerable<string> FaultsOf(string[] row, CheckInfo info)
    {
        string name = CheckPage.Code(row[0]).First();
        if (CimClasses.Find(name) is not { } @class || @class.Name != name)
            return [$"`{name}` is not a contracted class"];
        if (!info.Reads.Any(each => each.Class == @class))
            return [$"{@class} is not among what the check reads"];
        return PropertyFaults(@class, CheckPage.Code(row[1]).ToArray()).Concat(StoreFaults(@class, string.Join(' ', row), info));
    }

    private static IEnumerable<string> PropertyFaults(CimClass @class, string[] names)
    {
        IEnumerable<string> ours = @class.Properties.Select(property => property.Name);
        string[] unknown = names.Except(CimClasses.All.SelectMany(each => each.Properties).Select(property => property.Name)).ToArray();
        if (unknown.Length > 0)
            return unknown.Select(name => $"`{name}` is not a contracted property");
        return names.Length > 0 && !names.Intersect(ours).Any() ? [$"no property of {@class} is named"] : [];
    }

    private static IEnumerable<string> StoreFaults(CimClass @class, string row, CheckInfo info)
    {
        CimStore[] named = new[] { CimStore.Active, CimStore.Persistent }
            .Where(store => row.Contains(store.ToString(), StringComparison.OrdinalIgnoreCase)).ToArray();
        if (!@class.HasStores)
            return named.Length == 0 ? [] : [$"{@class} has no stores, and one is named"];
        return named.Length == 0
            ? [$"{@class} is in two stores, and none is named"]
            : named.Where(store => !info.Reads.Any(each => each.Class == @class && each.Store == store))
                .Select(store => $"{@class} is not read from its {store.ToString().ToLowerInvariant()} store");
    }

    private static bool IsPlanned(string link) => link.Length > 4 && Areas.Contains(link[0]) && link[1..3].All(char.IsAsciiDigit) && link[3] == '-';

    private static string PageNameOf(Check check) => $"{check.Info.Id}-{check.Info.Name}.md";

    private static (CheckInfo Info, CheckPage Page) Find(string id)
    {
        CheckInfo info = Catalogue.All.Checks.Select(check => check.Info).Single(each => each.Id == id);
        return (info, CheckPage.All.Single(page => page.FileName == $"{id}-{info.Name}.md"));
    }
}
