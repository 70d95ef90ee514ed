using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Connecting;

/// <summary>Real packets to hosts of a segment of network namespaces: each fault of a server is told from the others.</summary>
[Trait("Tier", "Slow")]
public sealed class ConnectTests
{
    [SegmentTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tells_what_keeps_a_server_from_answering(bool isIPv6)
    {
        using var pool = new Pool(isIPv6);
        pool.AddServer(11, () => Service.Tcp(pool.Any, 80, "good"));
        pool.AddServer(12);
        string stealthy = pool.AddServer(13);
        pool.Segment.Filter(stealthy, "output", "tcp flags rst drop");
        pool.AddServer(14, () => Service.Tcp(pool.Own(14), 80, "own address"));
        pool.Segment.Filter("s14", "output", "tcp flags rst drop");
        pool.AddServer(15, () => Service.Tcp(pool.Any, 80, "filtered"));
        pool.Segment.Filter("s15", "input", $"{(isIPv6 ? "ip6" : "ip")} daddr {pool.Vip} tcp dport 80 drop");
        string router = pool.AddServer(16, ownsVip: false);
        pool.Segment.Set(router, "net.ipv4.ip_forward", "1");
        pool.Segment.Set(router, "net.ipv6.conf.all.forwarding", "1");
        string before = pool.Segment.Routing(Pool.Asker);

        Dictionary<int, JsonElement> found = pool.Connect([11, 12, 13, 14, 15, 16, 99], "--port", "tcp/80", "--balancer", pool.Own(5));

        Assert.Equal(
            "11 Answered, 12 Refused, 13 NoAnswer, 14 NoAnswer, 15 NoAnswer, 16 Forwarded, 99 Unresolved",
            string.Join(", ", found.Select(each => $"{each.Key} {Pool.Outcome(each.Value)}")));
        Assert.Equal(before, pool.Segment.Routing(Pool.Asker));
        Assert.Contains("(the balancer)", Pool.Text(found[11], "claims"));
        Assert.Equal("[]", Pool.Text(found[11], "warnings"));
        Assert.Contains("takes packets for the VIP", Pool.Text(found[13], "reason"));
        Assert.Contains("Windows sends no reset", Pool.Text(found[13], "reason"));
        Assert.Contains("bound to its own address only", Pool.Text(found[14], "reason"));
        Assert.Equal("S01", found[14].GetProperty("checks")[0].GetString());
        Assert.Equal("Answered", Pool.Text(found[15].GetProperty("control"), "reply"));
        Assert.Contains("M07", Pool.Text(found[16], "checks"));
    }

    [SegmentTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Looks_at_certificates_and_responses(bool isIPv6)
    {
        using var pool = new Pool(isIPv6);
        pool.AddServer(11, () => Service.Http(pool.Any, 443, 200, pool.Certificate("www.example.test")));
        pool.AddServer(21, () => Service.Http(pool.Any, 443, 200, pool.Certificate("www.example.test", isSelfSigned: true)));
        pool.AddServer(22, () => Service.Http(pool.Any, 443, 200, pool.Certificate("www.example.test", days: -1)));
        pool.AddServer(23, () => Service.Http(pool.Any, 443, 200, pool.Certificate("other.example.test")));
        pool.AddServer(24, () => Service.Http(pool.Any, 443, 503, pool.Certificate("www.example.test")));
        pool.AddServer(25, () => Service.Http(pool.Any, 443, 200));
        int[] servers = [11, 21, 22, 23, 24, 25];
        string[] asked = ["--port", "443", "--tls", "--host-name", "www.example.test", "--path", "/health", "--timeout", "60"]; // All of them answer, if only a busy machine lets them.

        Dictionary<int, JsonElement> found = pool.Connect(servers, asked);
        Dictionary<int, JsonElement> taken = pool.Connect(servers, [.. asked, "--skip-certificate-check", "--expect", "503"]);

        Assert.Equal(
            "11 Answered, 21 WrongCertificate, 22 WrongCertificate, 23 WrongCertificate, 24 WrongStatus, 25 TlsFailed",
            string.Join(", ", found.Select(each => $"{each.Key} {Pool.Outcome(each.Value)}")));
        Assert.Contains("self-signed", Pool.Text(found[21], "reason"));
        Assert.Contains("expired", Pool.Text(found[22], "reason"));
        Assert.Contains("for other.example.test, not for www.example.test", Pool.Text(found[23], "reason"));
        Assert.Contains("HTTP 503", Pool.Text(found[24], "reason"));
        Assert.Equal(
            "11 WrongStatus, 21 WrongStatus, 22 WrongStatus, 23 WrongStatus, 24 Answered, 25 TlsFailed",
            string.Join(", ", taken.Select(each => $"{each.Key} {Pool.Outcome(each.Value)}")));
    }

    [SegmentTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hears_datagrams_from_the_wrong_source(bool isIPv6)
    {
        using var pool = new Pool(isIPv6);
        pool.AddServer(11, () => Service.Udp(pool.Vip, 53));
        pool.AddServer(12);
        string stealthy = pool.AddServer(13);
        pool.Segment.Filter(stealthy, "output", "icmp type destination-unreachable drop; add rule inet t output icmpv6 type destination-unreachable drop");
        pool.AddServer(16, ownsVip: false);
        pool.Segment.Set("s16", "net.ipv4.ip_forward", "1");
        pool.Segment.Set("s16", "net.ipv6.conf.all.forwarding", "1");
        pool.AddServer(31, () => Service.Udp(pool.Any, 53, answerFrom: pool.Own(31)));

        Dictionary<int, JsonElement> found = pool.Connect([11, 12, 13, 16, 31], "--port", "udp/53");
        Dictionary<int, JsonElement> echoed = pool.Connect([11, 16], "--port", "icmp");

        Assert.Equal("11 Answered, 12 Refused, 13 NoAnswer, 16 Forwarded, 31 WrongSource", string.Join(", ", found.Select(each => $"{each.Key} {Pool.Outcome(each.Value)}")));
        Assert.Equal(pool.Own(31), Pool.Text(found[31].GetProperty("packet"), "source"));
        Assert.Contains("S05", Pool.Text(found[13], "checks"));
        Assert.Equal("11 Answered, 16 Forwarded", string.Join(", ", echoed.Select(each => $"{each.Key} {Pool.Outcome(each.Value)}")));
    }

    [SegmentTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Warns_of_a_server_that_answers_for_the_vip(bool isIPv6)
    {
        using var pool = new Pool(isIPv6);
        pool.Segment.Ip("balancer", $"address del {pool.Wire(10)} dev eth0");
        pool.Segment.Add("s17", [pool.Wire(17), pool.Wire(10)]);
        pool.Segment.Serve("s17", () => Service.Tcp(pool.Any, 80, "taker"));

        JsonElement found = pool.Connect([17], "--port", "80")[17];

        Assert.Equal("Answered", Pool.Outcome(found));
        Assert.Contains("V03", Pool.Text(found, "warnings"));
    }

    [SegmentFact]
    public void Diverts_nobody_else_and_leaves_nothing_when_it_is_interrupted()
    {
        using var pool = new Pool();
        pool.AddServer(11, () => Service.Tcp(pool.Any, 81, "good"));
        pool.Segment.Filter("s11", "input", $"ip daddr {pool.Vip} tcp dport 80 drop");
        string before = pool.Segment.Routing(Pool.Asker);
        using Process process = Start(pool, "60");
        WaitForRoute(pool, before);

        Assert.Equal("balancer", Read(pool));
        var since = Stopwatch.StartNew();
        Signal(process, "INT");
        int status = DsrProcess.StatusOf(process);

        Assert.Equal(130, status);
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), "It waited for its limit of a minute."); // One second, on a machine that does nothing else.
        Assert.Equal(before, pool.Segment.Routing(Pool.Asker));
    }

    [SegmentFact]
    public void What_a_killed_run_leaves_diverts_nobody_and_the_next_run_removes_it()
    {
        using var pool = new Pool();
        pool.AddServer(11, () => Service.Tcp(pool.Any, 81, "good"));
        pool.Segment.Filter("s11", "input", $"ip daddr {pool.Vip} tcp dport 80 drop");
        string before = pool.Segment.Routing(Pool.Asker);
        using Process process = Start(pool, "10");
        WaitForRoute(pool, before);
        process.Kill();
        process.WaitForExit();

        Assert.NotEqual(before, pool.Segment.Routing(Pool.Asker));
        Assert.Equal("balancer", Read(pool));
        RunResult next = pool.Segment.RunDsr(Pool.Asker, pool.Trust, "connect", "--vip", pool.Vip, "--port", "81", "--server", pool.Own(11));

        Assert.Equal(0, next.Status);
        Assert.Equal($"dsr: removed a rule and a route to {pool.Vip} that process {process.Id} had left.\n", next.Error);
        Assert.Equal(before, pool.Segment.Routing(Pool.Asker));
    }

    [SegmentFact]
    public void Two_runs_do_not_ask_one_vip_at_once()
    {
        using var pool = new Pool();
        pool.AddServer(11, () => Service.Tcp(pool.Any, 81, "good"));
        pool.Segment.Filter("s11", "input", $"ip daddr {pool.Vip} tcp dport 80 drop");
        string before = pool.Segment.Routing(Pool.Asker);
        using Process process = Start(pool, "20");
        WaitForRoute(pool, before);

        JsonElement second = pool.Connect([11], "--port", "81")[11];

        Assert.Equal("NotAsked", Pool.Outcome(second));
        Assert.StartsWith($"Process {process.Id} asks {pool.Vip} now.", Pool.Text(second, "reason"));
        Signal(process, "TERM");
        Assert.Equal(143, DsrProcess.StatusOf(process));
        Assert.Equal(before, pool.Segment.Routing(Pool.Asker));
    }

    [SegmentFact]
    public void Refuses_what_would_be_answered_by_the_wrong_host()
    {
        using var pool = new Pool();
        pool.AddServer(11, () => Service.Tcp(pool.Any, 80, "good"));
        pool.Segment.Ip("s11", $"address add {pool.Wire(12)} dev eth0");
        pool.AddServer(13, () => Service.Tcp(pool.Any, 80, "good"));

        Dictionary<int, JsonElement> twins = pool.Connect([11, 12, 13, 1], "--port", "80");
        RunResult elsewhere = pool.Segment.RunDsr(Pool.Asker, pool.Trust, "connect", "--vip", pool.Vip, "--port", "80", "--server", "198.51.100.7", "--server", "no-such-host.invalid");
        pool.Segment.Ip(Pool.Asker, $"route add {pool.Vip}/32 via {pool.Own(5)}");
        JsonElement foreign = pool.Connect([13], "--port", "80")[13];
        pool.Segment.Ip(Pool.Asker, $"route del {pool.Vip}/32", $"address add {pool.Vip}/32 dev lo");
        JsonElement owner = pool.Connect([13], "--port", "80")[13];

        Assert.Equal("11 NotAsked, 12 NotAsked, 13 Answered, 1 NotAsked", string.Join(", ", twins.Select(each => $"{each.Key} {Pool.Outcome(each.Value)}")));
        Assert.Contains("same MAC address", Pool.Text(twins[11], "reason"));
        Assert.Equal(2, elsewhere.Status);
        Assert.Contains("is in no network of this computer", elsewhere.Output);
        Assert.Contains("Cannot find the address of no-such-host.invalid", elsewhere.Output);
        Assert.Contains($"via {pool.Own(5)} dev eth0", Pool.Text(foreign, "reason"));
        Assert.Contains($"owns {pool.Vip} itself", Pool.Text(owner, "reason"));
    }

    [SegmentFact]
    public void Asks_what_a_service_file_says_beside_snapshots_and_writes_every_format()
    {
        using var pool = new Pool();
        pool.AddServer(11, () => Service.Tcp(pool.Any, 443, "good"));
        pool.AddServer(12);
        using var folder = new TemporaryFolder();
        string file = folder.Write("services.json", $$"""{ "format": "dsr-services/1", "service": [ { "name": "web", "virtualIPAddress": ["{{pool.Vip}}"], "port": ["443"], "balancer": ["{{pool.Own(5)}}"] } ] }""");
        string snapshot = folder.Write("web.json", Samples.ReadyText(pool.Own(12)));
        string[] asked = ["connect", "--service", file, "--server", pool.Own(11), "--server", pool.Own(12), "--snapshot", snapshot, "--output", folder["out"], "--format"];

        RunResult table = pool.Segment.RunDsr(Pool.Asker, pool.Trust, [.. asked, "table"]);
        Assert.True(table.Error.Length == 0, table.Error);
        string text = System.IO.File.ReadAllText(folder["out"]);
        RunResult junit = pool.Segment.RunDsr(Pool.Asker, pool.Trust, [.. asked, "junit"]);
        var xml = System.Xml.Linq.XDocument.Load(folder["out"]);
        RunResult nagios = pool.Segment.RunDsr(Pool.Asker, pool.Trust, [.. asked[..^3], "--format", "nagios"]);
        RunResult unread = pool.Segment.RunDsr(Pool.Asker, pool.Trust, [.. asked[..^3], "--snapshot", folder["none.json"]]);

        Assert.Equal((1, 1, 2, 65), (table.Status, junit.Status, nagios.Status, unread.Status));
        Assert.Equal(string.Empty, table.Output + table.Error);
        Assert.Contains($"ANSWERED          {pool.Own(11)}  tcp/443\n", text);
        Assert.Contains($"REFUSED           {pool.Own(12)}  tcp/443\n", text);
        Assert.Contains("fails V01", text.ReplaceLineEndings(" ").Replace("                   ", string.Empty));
        Assert.EndsWith("2 in all: 1 answered, 1 did not.\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').Where(line => !line.Contains("Test-Dsr", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal([pool.Own(11) + " tcp/443", pool.Own(12) + " tcp/443"], xml.Descendants("testcase").Select(each => each.Attribute("name")!.Value));
        Assert.Equal("Refused", Assert.Single(xml.Descendants("failure")).Attribute("type")!.Value);
        Assert.Matches($"^DSR CRITICAL - 1 of 2 answered: {pool.Own(12)} {pool.Vip} tcp/443 Refused [|] answered=1 failed=1 not_asked=0 slowest=[0-9.]+s\n$", nagios.Output);
        Assert.Contains("there is no such file", unread.Error);
    }

    [SegmentFact]
    public void Says_first_that_it_requires_root()
    {
        using var pool = new Pool();
        RunResult result = pool.Segment.RunDsr(Pool.Asker, pool.Trust, ["connect", "--vip", pool.Vip, "--port", "80", "--server", pool.Own(11)], "setpriv", "--bounding-set=-net_admin", "--inh-caps=-net_admin");

        Assert.Equal(77, result.Status);
        Assert.Equal(
            "dsr: A route for the packets requires root (CAP_NET_ADMIN). Run it with sudo. Without it: dsr test and dsr path judge a snapshot of the server.\n", result.Error);
    }

    private static Process Start(Pool pool, string timeout) =>
        pool.Segment.StartDsr(Pool.Asker, pool.Trust, "connect", "--vip", pool.Vip, "--port", "80", "--server", pool.Own(11), "--timeout", timeout);

    private static void WaitForRoute(Pool pool, string before)
    {
        var since = Stopwatch.StartNew();
        while (pool.Segment.Routing(Pool.Asker) == before)
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(60), "No route was made.");
    }

    private static void Signal(Process process, string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, process.Id.ToString()]);
        kill.WaitForExit();
    }

    /// <summary>What another process on the asking computer hears from the VIP.</summary>
    private static string Read(Pool pool) => pool.Segment.In(Pool.Asker, () =>
    {
        using var client = new TcpClient(pool.Vip, 80);
        byte[] banner = new byte[64];
        return Encoding.ASCII.GetString(banner, 0, client.GetStream().Read(banner));
    });
}
