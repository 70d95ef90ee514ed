using System;
using System.Diagnostics;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Connecting;

/// <summary>The cmdlet sends the same packets in the same way: real ones, to hosts of a segment of network namespaces, from PowerShell on Linux.</summary>
[Trait("Tier", "Slow")]
public sealed class CmdletConnectTests
{
    [SegmentTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Test_DsrConnection_tells_what_keeps_a_server_from_answering(bool isIPv6)
    {
        using var pool = new Pool(isIPv6);
        pool.AddServer(11, () => Service.Http(pool.Any, 80, 200));
        pool.AddServer(12);
        pool.AddServer(14, () => Service.Tcp(pool.Own(14), 80, "own address"));
        pool.Segment.Filter("s14", "output", "tcp flags rst drop");
        string router = pool.AddServer(16, ownsVip: false);
        pool.Segment.Set(router, "net.ipv4.ip_forward", "1");
        pool.Segment.Set(router, "net.ipv6.conf.all.forwarding", "1");
        pool.AddServer(24, () => Service.Http(pool.Any, 80, 503));
        string before = pool.Segment.Routing(Pool.Asker);
        string servers = string.Join(",", Array.ConvertAll([11, 12, 14, 16, 24, 99], number => $"'{pool.Own(number)}'"));
        string ask = $"Test-DsrConnection {pool.Vip} -Port 80 -Path /health -TimeoutSec 3 -Balancer {pool.Own(5)} -Server {servers}";

        RunResult shown = pool.Segment.RunPowerShell(Pool.Asker, ask + " -WhatIf");
        RunResult asked = pool.Segment.RunPowerShell(Pool.Asker, ask + " | Select-Object Address, @{ n = 'outcome'; e = { \"$($_.Outcome)\" } }, AnsweredBy, HttpStatus | ConvertTo-Json -Compress");

        Assert.True(asked.Error.Length == 0, asked.Error);
        using var found = JsonDocument.Parse(asked.Output);
        Assert.Equal(
            "11 Answered, 12 Refused, 14 NoAnswer, 16 Forwarded, 24 WrongStatus, 99 Unresolved",
            string.Join(", ", Array.ConvertAll([.. found.RootElement.EnumerateArray()], each => $"{each.GetProperty("Address").GetString()!.Split('.', ':')[^1]} {Pool.Outcome(each)}")));
        Assert.Contains("(the balancer)", found.RootElement[0].GetProperty("AnsweredBy").GetString());
        Assert.Equal(503, found.RootElement[4].GetProperty("HttpStatus").GetInt32());
        Assert.Equal(5, shown.Output.Split($"Route {pool.Vip} by way of ").Length - 1);
        Assert.Equal(before, pool.Segment.Routing(Pool.Asker));
    }

    [SegmentFact]
    public void Ctrl_C_gives_the_route_back()
    {
        using var pool = new Pool();
        pool.AddServer(11);
        pool.Segment.Filter("s11", "input", $"ip daddr {pool.Vip} tcp dport 80 drop");
        string before = pool.Segment.Routing(Pool.Asker);
        using Process process = pool.Segment.StartPowerShell(Pool.Asker, $"Test-DsrConnection {pool.Vip} -Port 80 -TimeoutSec 60 -Server {pool.Own(11)}");
        var since = Stopwatch.StartNew();
        while (pool.Segment.Routing(Pool.Asker) == before)
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited, "No route was made.");

        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString()]))
            kill.WaitForExit();
        DsrProcess.StatusOf(process);

        Assert.Equal(before, pool.Segment.Routing(Pool.Asker));
    }

    [SegmentFact]
    public void Says_first_that_it_requires_root()
    {
        using var pool = new Pool();

        RunResult result = pool.Segment.RunPowerShell(
            Pool.Asker, $"try {{ Test-DsrConnection {pool.Vip} -Port 80 -Server no-such-host.invalid }} catch {{ $_.FullyQualifiedErrorId; $_.Exception.Message }}", "setpriv", "--bounding-set=-net_admin", "--inh-caps=-net_admin");

        Assert.Equal(
            "PacketsNeedElevation,DsrReadiness.Commands.TestDsrConnectionCommand\nA route for the packets requires root (CAP_NET_ADMIN). Run it with sudo. "
            + "Nothing was sent. Without it: Test-DsrReadiness and Trace-DsrPath judge a server, or a snapshot of it.\n",
            result.Output);
    }
}
