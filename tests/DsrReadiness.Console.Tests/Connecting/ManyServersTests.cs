using System;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Connecting;

/// <summary>Real packets to more servers than there is room for at once.</summary>
[Trait("Tier", "Slow")]
public sealed class ManyServersTests
{
    /// <summary>A descriptor that is left open of each would not do with so few, nor would a second of each with so little time.</summary>
    [SegmentFact]
    public void Five_hundred_servers_of_a_vip_are_asked_one_by_one()
    {
        const int Servers = 500;
        using var pool = new Pool();
        pool.Segment.AddMany("many", Servers, index => $"192.0.{2 + (index / 200)}.{20 + (index % 200)}/16", $"{pool.Vip}/32");
        pool.Segment.Set("many", "net.ipv4.conf.all.arp_ignore", "1");
        pool.Segment.Set("many", "net.ipv4.conf.all.arp_announce", "2"); // Replies leave by one interface: it must not speak in the name of the others.
        pool.Segment.Set("many", "net.ipv4.conf.all.rp_filter", "0");
        pool.Segment.Serve("many", () => Service.Tcp("0.0.0.0", 80, "one of many"));
        pool.Segment.Ip(Pool.Asker, $"address del {pool.Wire(1)} dev eth0", "address add 192.0.2.1/16 dev eth0");
        string before = pool.Segment.Routing(Pool.Asker);
        string[] servers = [.. Enumerable.Range(0, Servers).SelectMany(index => new[] { "--server", $"192.0.{2 + (index / 200)}.{20 + (index % 200)}" })];

        RunResult result = Ask();
        if (!IsWhole(result)) // Each question goes to 500 interfaces, and a busy kernel may lose one.
            result = Ask();

        Assert.Equal(string.Empty, result.Error);
        string[] others = [.. result.Output.Split('\n').Where(line => !line.StartsWith("ANSWERED ", StringComparison.Ordinal))];
        Assert.True(IsWhole(result), string.Join('\n', others));
        Assert.Equal(before, pool.Segment.Routing(Pool.Asker));

        RunResult Ask() => pool.Segment.RunDsr(
            Pool.Asker, pool.Trust, ["connect", "--vip", pool.Vip, "--port", "80", .. servers], "sh", "-c", "ulimit -n 300; exec \"$@\"", "limited");

        static bool IsWhole(RunResult result) => result.Output.EndsWith($"\n{Servers} in all: {Servers} answered, 0 did not.\n", StringComparison.Ordinal);
    }
}
