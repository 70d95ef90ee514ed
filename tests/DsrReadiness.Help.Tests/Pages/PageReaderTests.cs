using System;
using System.Linq;
using DsrReadiness.Help.Markdown;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help.Tests.Pages;

public sealed class PageReaderTests
{
    [Fact]
    public void A_page_is_read_part_by_part()
    {
        Page page = PageReader.Read(Sample.File, Sample.Page);

        Assert.Equal(("Measure-Sample", "Measures a sample."), (page.Name, page.Synopsis));
        Assert.Equal(["It measures.", "one", "two, in two lines"], page.Description.Select(block => block.Text));
        Assert.Equal(["Confirm", "Day", "Id", "Name", "Port", "Quiet", "Server", "ThrottleLimit", "WhatIf"], page.Parameters.Select(each => each.Name));
        Assert.Equal(["The day."], page.Parameters.Single(each => each.Name == "Day").Text.Select(block => block.Text));
        Assert.Equal(["System.String"], page.Inputs.Select(each => each.Name));
        Assert.Equal(["System.Version", "System.Boolean"], page.Outputs.Select(each => each.Name));
        Assert.Equal(["None to speak of."], page.Notes.Select(block => block.Text));
        Assert.Equal(2, page.Links.Count);
    }

    [Fact]
    public void An_example_is_what_comes_before_the_commands_and_after()
    {
        Example example = Assert.Single(PageReader.Read(Sample.File, Sample.Page).Examples);

        Assert.Equal("One of them", example.Title);
        Assert.Equal(["Before."], example.Introduction.Select(block => block.Text));
        Assert.Equal(["powershell", "text"], example.Code.Select(block => block.Language));
        Assert.Equal(["After."], example.Remarks.Select(block => block.Text));
    }

    public static TheoryData<string> Sections => [.. PageReader.Sections];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_section_must_be_there(string section) => Refuses(Sample.With("## " + section + "\n", "Something.\n"));

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_section_must_say_something(string section)
    {
        PageText page = PageText.Split(Sample.Page, 2);

        PageException e = Refuses(Sample.With(page[section], string.Empty));

        Assert.Contains(section, e.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Measure-Sample", "# Measure-Samples")]
    [InlineData("Measures a `sample`.\n", "")]
    [InlineData("Measures a `sample`.\n", "Measures a `sample`.\n\nAnd more.\n")]
    [InlineData("It measures.\n", "It measures.\n\n## History\n\nOld.\n")]
    [InlineData("It measures.\n", "It measures.\n\n# Another title\n")]
    [InlineData("It measures.\n", "```text\ncode\n```\n")]
    [InlineData("It measures.\n", "### Part\n")]
    [InlineData("### One of them\n", "")]
    [InlineData("```powershell\nMeasure", "```text\nMeasure")]
    [InlineData("```text\nOut", "```json\nOut")]
    [InlineData("After.\n", "After.\n\n```powershell\nmore\n```\n")]
    [InlineData("After.\n", "```text\nmore output\n```\n")]
    [InlineData("$x\n```", "@'\n'@\n```")]
    [InlineData("Before.\n\n```powershell\nMeasure-Sample Name |\n    Format-List\n$x\n```\n\n```text\nOut : come\n\n1\n```\n\nAfter.\n", "```powershell\n$x\n```\n")]
    [InlineData("### -Day", "### Day")]
    [InlineData("### -Day", "### -Id")]
    [InlineData("The day.\n\n", "")]
    [InlineData("Says yes or no.\n", "")]
    [InlineData("The measure.\n", "")]
    [InlineData("* [A place](https://example.org/)\n", "* A place\n")]
    [InlineData("* [A place](https://example.org/)\n", "A [place](https://example.org/).\n")]
    public void What_is_no_page_is_refused(string old, string replacement) => Refuses(Sample.With(old, replacement));

    [Fact]
    public void An_error_is_where_the_page_is_wrong()
    {
        string page = Sample.With("## Notes", "## Nuts");

        Assert.Equal(Array.IndexOf(page.Split('\n'), "## Nuts") + 1, Refuses(page).Line);
    }

    private static PageException Refuses(string page) => Assert.Throws<PageException>(() => PageReader.Read(Sample.File, page));
}
