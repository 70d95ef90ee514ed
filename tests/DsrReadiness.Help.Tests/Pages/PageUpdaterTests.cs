using System;
using System.Linq;
using DsrReadiness.Help.Facts;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help.Tests.Pages;

public sealed class PageUpdaterTests
{
    private static readonly PageUpdater s_updater = new(Sample.Shared);

    [Fact]
    public void Syntax_and_facts_are_written_into_the_page()
    {
        string page = Update(Sample.Page);

        Assert.DoesNotContain("whatever", page, StringComparison.Ordinal);
        Assert.Contains("## Syntax\n\n```powershell\n" + string.Join("\n", SyntaxText.Of(Sample.Cmdlet)) + "\n```\n", page, StringComparison.Ordinal);
        Assert.All(Sample.Cmdlet.Parameters, each => Assert.Contains("```yaml\n" + string.Join("\n", SyntaxText.Of(each, Sample.Cmdlet)) + "\n```\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_somebody_wrote_stays()
    {
        PageText before = PageText.Split(Sample.Page, 2);
        PageText after = PageText.Split(Update(Sample.Page), 2);

        Assert.Equal(before.Head, after.Head);
        Assert.Equal(before.Parts.Select(part => part.Heading), after.Parts.Select(part => part.Heading));
        foreach (string section in PageReader.Sections.Except(["Syntax", "Parameters"]))
            Assert.Equal(before[section], after[section]);
    }

    [Fact]
    public void A_page_that_is_up_to_date_does_not_change() => Assert.Equal(Update(Sample.Page), Update(Update(Sample.Page)));

    [Fact]
    public void A_shared_parameter_says_the_same_everywhere() => Assert.Contains("### -ThrottleLimit\n\nHow many at a time.\n", Update(Sample.Page), StringComparison.Ordinal);

    [Fact]
    public void A_parameter_of_its_own_says_what_the_page_says_or_else_what_all_say()
    {
        Assert.Contains("### -Port\n\nIts ports.\n", Update(Sample.With("The ports.", "Its ports.")), StringComparison.Ordinal);
        Assert.Contains("### -Port\n\nThe ports.\n", Update(Sample.With("The ports.\n", string.Empty)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unknown_is_kept_for_somebody_to_look_at() =>
        Assert.Contains("### -Old\n\nGone.\n", Update(Sample.With("### -Day", "### -Old\n\nGone.\n\n### -Day")), StringComparison.Ordinal);

    [Fact]
    public void A_missing_page_gets_a_place_for_everything()
    {
        string page = Update(string.Empty);

        Assert.Equal(PageReader.Sections, PageText.Split(page, 2).Parts.Select(part => part.Heading));
        Assert.Equal("# Measure-Sample", PageText.Split(page, 2).Head);
        Assert.Contains("### System.Version", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_gets_a_row_for_each_cmdlet() => Assert.Equal(
        "Head\n\n| a | b |\n|---|---|\n| [A-B](A-B.md) | Does a. |\n| [C-D](C-D.md) | Does c. |\n\nTail\n",
        IndexUpdater.Update("Head\n\n| a | b |\n|---|---|\n| [X-Y](X-Y.md) | Gone. |\n\nTail\n", [("A-B", "Does a."), ("C-D", "Does c.")]));

    private static string Update(string page) => s_updater.Update(page, Sample.Cmdlet);
}
