using DsrReadiness.Help.Markdown;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help.Tests.Pages;

public sealed class PageCheckTests
{
    [Fact]
    public void A_page_that_describes_its_cmdlet_is_taken() => Check(Sample.Page);

    [Theory]
    [InlineData("### -Quiet\n\nSays yes or no.\n", "")]
    [InlineData("### -Quiet", "### -Quite")]
    [InlineData("The id.\n", "The id.\n\n### -More\n\nMore.\n")]
    [InlineData("### System.Boolean\n\nWith `-Quiet`.\n", "")]
    [InlineData("### System.Boolean", "### System.Int32")]
    public void A_page_about_something_else_is_refused(string old, string replacement) => Assert.Throws<PageException>(() => Check(Sample.With(old, replacement)));

    private static void Check(string page) => PageCheck.Check(PageReader.Read(Sample.File, page), Sample.Cmdlet);
}
