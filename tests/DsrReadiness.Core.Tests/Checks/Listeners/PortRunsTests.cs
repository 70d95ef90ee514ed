using DsrReadiness.Checks.Listeners;

namespace DsrReadiness.Tests.Checks.Listeners;

public sealed class PortRunsTests
{
    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 80 }, "tcp/80")]
    [InlineData(new[] { 80, 81 }, "tcp/80-81")]
    [InlineData(new[] { 80, 82 }, "tcp/80 tcp/82")]
    [InlineData(new[] { 1, 2, 3, 65534, 65535 }, "tcp/1-3 tcp/65534-65535")]
    public void Puts_neighbours_together(int[] ports, string expected)
    {
        var runs = new PortRuns();
        foreach (int port in ports)
            runs.Add(port);
        Assert.Equal(expected, string.Join(' ', runs.Texts("tcp/")));
        Assert.Equal(ports.Length, runs.Count);
    }
}
