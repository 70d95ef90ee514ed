using System;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Demo;

public sealed class DemoTests
{
    private static readonly string[] s_story =
    [
        "NOT READY  SRV19A", "NOT READY  WEB01", "NOT READY  WEB02", "V03  VipIsNotOnAnAnsweringInterface", "NOT READY  WEB03", "V02  VipPrefixIsHost",
        "\nREADY  WEB04", "\nPLAN  WEB01", "\n17.  M01  ", "\u2713 Create a KM-TEST loopback adapter.", "\u2713 Enable weak host receive on Ethernet",
        "\nREADY  WEB01", "restart", "\nREADY  WEB01", "\u2713 Undo: Set WeakHostReceive to Disabled of Ethernet (IPv4)",
        "\u2713 Undo: Remove the loopback adapter ROOT\\NET\\0000.", "the same.", "dsr test --help",
    ];

    [Fact]
    public void Tells_the_whole_story_in_its_order()
    {
        RunResult result = Dsr.Run("demo");
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        int at = 0;
        foreach (string part in s_story)
        {
            int found = result.Output.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"Not there, or not in its place: {part}\n{result.Output}");
            at = found + part.Length;
        }
    }

    [Fact]
    public void Is_short_enough_to_be_read()
    {
        string[] lines = Dsr.Run("demo").Output.Split('\n');
        Assert.InRange(lines.Length, 60, 150);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Is_coloured_on_a_terminal_alone()
    {
        Assert.DoesNotContain('\u001b', Dsr.Run("demo").Output);
        Assert.Contains("\u001b[", new Dsr().Terminal(80).With("demo").Output, StringComparison.Ordinal);
    }
}
