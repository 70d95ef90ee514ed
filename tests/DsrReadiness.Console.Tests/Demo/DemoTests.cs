using System;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Demo;

public sealed class DemoTests
{
    [Fact]
    public void Tells_what_it_judges_then_a_server_that_is_not_ready_then_one_that_is()
    {
        RunResult result = Dsr.Run("demo");
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        int story = result.Output.IndexOf("192.168.11.50", StringComparison.Ordinal);
        int notReady = result.Output.IndexOf("\nNOT READY  SRV19A", StringComparison.Ordinal);
        int reason = result.Output.IndexOf("Failed   ", StringComparison.Ordinal);
        int ready = result.Output.IndexOf("\nREADY  SRV19A", StringComparison.Ordinal);
        Assert.True(story >= 0 && story < notReady && notReady < reason && reason < ready, result.Output);
        Assert.DoesNotContain("Failed", result.Output[ready..], StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Is_coloured_on_a_terminal_alone()
    {
        Assert.DoesNotContain('\u001b', Dsr.Run("demo").Output);
        Assert.Contains("\u001b[", new Dsr().Terminal(80).With("demo").Output, StringComparison.Ordinal);
    }
}
