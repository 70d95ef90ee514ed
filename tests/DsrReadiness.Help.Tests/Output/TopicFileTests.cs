using System;
using DsrReadiness.Help.Markdown;
using DsrReadiness.Help.Output;

namespace DsrReadiness.Help.Tests.Output;

public sealed class TopicFileTests
{
    [Fact]
    public void A_topic_is_text_as_help_knows_it() => Assert.Equal(
        """
        TOPIC
            about_X

        SHORT DESCRIPTION
            Does X.

        LONG DESCRIPTION

            This is long, and it goes on until the line is full, whereupon another line
            is begun.

            * one
            * two

                Do-X 1

                Do-X 2

          Part

            End.

        """,
        TopicFile.Make(
            "about_X.md",
            "# about_X\n\nDoes `X`.\n\n## Long description\n\nThis is long, and it goes on until the line is full, whereupon another line is begun.\n\n* one\n* two\n\n"
            + "```powershell\nDo-X 1\n\nDo-X 2\n```\n\n### Part\n\nEnd.\n"));

    [Theory]
    [InlineData("# about_Y\n\nDoes X.\n\n## Long\n\nText.\n")]
    [InlineData("# about_X\n\n## Long\n\nText.\n")]
    [InlineData("# about_X\n\nDoes X.\n")]
    [InlineData("# about_X\n\nDoes X, and says so in a sentence that is longer than what a list of topics has room for.\n\n## Long\n\nText.\n")]
    public void What_is_no_topic_is_refused(string text) => Assert.Throws<PageException>(() => TopicFile.Make("about_X.md", text));

    [Fact]
    public void The_topic_of_the_module_fits_into_80_columns()
    {
        string topic = TopicFile.Make("about_DsrReadiness.md", Clone.Read("docs", "about_DsrReadiness.md"));

        Assert.DoesNotContain(topic.Split('\n'), line => line.Length > 80);
        Assert.Contains("\nERRORS\n", topic, StringComparison.Ordinal);
        Assert.True(topic.Split('\n').Length > 100);
    }
}
