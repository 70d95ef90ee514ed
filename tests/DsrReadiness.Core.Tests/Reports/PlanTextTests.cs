using System;
using System.IO;
using System.Linq;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Reports;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Tests.Reports;

public sealed class PlanTextTests
{
    [Fact]
    public void Shows_the_changes_in_order_then_what_is_left()
    {
        Plan plan = SomePlan.Of(
            [SomePlan.Change("V03", "Take it off.", "It goes out of service."), SomePlan.Change("A01", "Make it.")],
            new Refusal("S01", "Nothing listens.", "Start the service."),
            new Refusal("H01", "It goes back.", null));
        const string Expected = """
            PLAN  WEB01 for 192.168.11.50 on tcp/443
                  web01.json
                  2 changes, 1 warning, 2 left to you

             1.  V03  Take it off.
                      ! It goes out of service.
             2.  A01  Make it.

            Left  S01  Nothing listens.
                       > Start the service.

            Left  H01  It goes back.

            """;
        Assert.Equal(Expected, Show(plan, origin: "web01.json"));
    }

    [Fact]
    public void Says_when_there_is_nothing_to_do() =>
        Assert.Equal("NOTHING TO DO  WEB01 for 192.168.11.50 on tcp/443\n", Show(SomePlan.Of([])));

    [Fact]
    public void A_refusal_without_any_change_is_no_plan() => Assert.Equal(
        "REFUSED  WEB01 for 192.168.11.50 on tcp/443\n\nLeft  V12  It is so.\n", Show(SomePlan.Of([], new Refusal("V12", "It is so.", null))));

    [Fact]
    public void Numbers_beyond_nine_stay_in_their_column()
    {
        string[] lines = Show(SomePlan.Of([.. Enumerable.Range(1, 10).Select(_ => SomePlan.Change("A01", "Make it."))])).Split('\n');
        Assert.Contains(" 9.  A01  Make it.", lines);
        Assert.Contains("10.  A01  Make it.", lines);
    }

    [Fact]
    public void Text_from_a_server_cannot_reach_the_terminal()
    {
        string shown = Show(
            SomePlan.Named("WEB\u001b[2J", [SomePlan.Change("A01", "On Eth\u202e.", "Is\r\nso.")], new Refusal("M01", "Is \u009b.", "Do\u0007.")),
            origin: "a\u001bb.json");
        Assert.DoesNotContain(shown, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
        Assert.Equal(7, shown.Split("\\u").Length - 1);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(50)]
    [InlineData(120)]
    public void No_line_of_a_real_plan_is_wider_than_asked(int width)
    {
        string shown = Show(Planner.Plan(Server.Bare().Build(), Server.Service()), width);
        Assert.Contains("M01", shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n'), line => Assert.True(TextWidth.Of(line) <= width, line));
    }

    [Fact]
    public void Ansi_colours_the_same_text()
    {
        Plan plan = SomePlan.Of([SomePlan.Change("A01", "Make it.", "Mind it.")], new Refusal("S01", "Nothing listens.", "Start it."));
        string coloured = Show(plan, style: TextStyle.Ansi);
        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);
        Assert.Equal(Show(plan), System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", string.Empty));
    }

    private static string Show(Plan plan, int width = 80, TextStyle style = TextStyle.Plain, string? origin = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new PlanText(width, style).Write(writer, plan, origin);
        return writer.ToString();
    }
}
