using System;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "dsr test")]
    [InlineData("judge", "'judge'")]
    [InlineData("--bogus", "'--bogus'")]
    [InlineData("test", "--vip 192.0.2.10")]
    [InlineData("test --vip 192.0.2.10", "snapshot")]
    [InlineData("test a.json", "--vip 192.0.2.10")]
    [InlineData("test a.json --vip", "--vip is given without a value")]
    [InlineData("test a.json --vip=", "--vip is given without a value")]
    [InlineData("test a.json --vip 300.1.1.1", "--vip: '300.1.1.1' is not an IP address")]
    [InlineData("test a.json --vip 192.0.2.10,192.0.2.11", "'192.0.2.10,192.0.2.11'")]
    [InlineData("test a.json --vip 192.0.2.10/32", "'192.0.2.10/32'")]
    [InlineData("test a.json --vip 010.0.0.1", "'010.0.0.1'")]
    [InlineData("test a.json --vip 192.0.2.10 --port 0", "--port: '0' is not a port")]
    [InlineData("test a.json --vip 192.0.2.10 --port tcp/443-80", "'tcp/443-80'")]
    [InlineData("test a.json --vip 192.0.2.10 --balancer lb01", "--balancer: 'lb01' is not an IP address")]
    [InlineData("test a.json --vip 192.0.2.10 --balancer 192.0.2.10", "'192.0.2.10' is given as VIP and as balancer")]
    [InlineData("test a.json --vip 192.0.2.10 --probe http://x", "--probe: 'http://x' is not a probe")]
    [InlineData("test a.json --vip 192.0.2.10 --probe icmp/192.0.2.1 --probe icmp/192.0.2.2", "--probe is given 2 times")]
    [InlineData("test a.json --vip 192.0.2.10 --client 10.0.0.0/33", "--client: '10.0.0.0/33' is not an address prefix")]
    [InlineData("test a.json --vip 192.0.2.10 --environment 1", "'1' is not an environment: write one of OnPremises, Azure, GcpAgent, Cluster")]
    [InlineData("test a.json --vip 192.0.2.10 --udp-answer 0", "--udp-answer: '0' is not a source of UDP answers: write one of FromVip, FromServer, None")]
    [InlineData("test a.json --service s.json --udp-answer None", "--udp-answer and --service both say")]
    [InlineData("test a.json --vip 192.0.2.10 --environment Azure,Cluster", "'Azure,Cluster'")]
    [InlineData("test a.json --vip 192.0.2.10 --format xml", "--format: 'xml' is not a format: write table, json, junit, html, markdown, nagios or prometheus")]
    [InlineData("test a.json --vip 192.0.2.10 --format csv", "'csv'")]
    [InlineData("test a.json --vip 192.0.2.10 --bogus", "There is no option '--bogus'")]
    [InlineData("test a.json --vip 192.0.2.10 -x", "There is no option '-x'")]
    [InlineData("test a.json --vip 192.0.2.10 --interface --strict", "--interface is given without a value: '--strict' follows it")]
    [InlineData("test a.json --vip 192.0.2.10 --output --strict", "--output is given without a value: '--strict' follows it")]
    [InlineData("test - - --vip 192.0.2.10", "'-' is given more than once")]
    [InlineData("test a.json --vip 192.0.2.10 --output ./a.json", "'./a.json' is one of the snapshots")]
    [InlineData("test a.json --vip 192.0.2.10 --output /nowhere/at/all.json", "'/nowhere/at/all.json' cannot be written")]
    [InlineData("test a.json --vip 192.0.2.10 --output .", "'.' cannot be written: it is a folder")]
    [InlineData("plan a.json", "--vip 192.0.2.10")]
    [InlineData("plan --vip 192.0.2.10", "snapshot")]
    [InlineData("plan a.json --vip 192.0.2.10 --strict", "'--strict'")]
    [InlineData("plan a.json --vip 192.0.2.10 --format xml", "--format: 'xml' is not a format")]
    [InlineData("plan a.json --vip 192.0.2.10 --loopback --format", "--loopback is given without a value: '--format' follows it")]
    [InlineData("connect", "The virtual IP address is missing")]
    [InlineData("connect --vip 192.0.2.10", "The port is missing")]
    [InlineData("connect --vip 192.0.2.10 --port 443", "The server is missing")]
    [InlineData("connect --vip 192.0.2.x --port 443 --server a", "--vip: '192.0.2.x' is not an IP address")]
    [InlineData("connect --vip 192.0.2.10 --port sctp/1 --server a", "--port: 'sctp/1' is not a port")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --balancer lb", "--balancer: 'lb' is not an IP address")]
    [InlineData("connect --vip 192.0.2.10 --port udp/5000 --server a", "--payload is missing: for udp/5000")]
    [InlineData("connect --vip 192.0.2.10 --port udp/53 --server a --payload abc", "--payload: 'abc' is not a payload")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --path health", "--path: 'health' is not the path of a request")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --expect 200", "--expect is for an HTTP request")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --path / --expect 42", "--expect: '42' is not an HTTP status")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --skip-certificate-check", "--skip-certificate-check is for TLS")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --tls --host-name a_b/c", "--host-name: 'a_b/c' is not a name")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --timeout 0", "--timeout: '0' is not a time")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --timeout 61", "write seconds from 0.1 to 60")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --format html", "--format: 'html' is not a format: write table, json, junit or nagios")]
    [InlineData("connect --service s.json --vip 192.0.2.10 --server a", "--vip and --service both say")]
    [InlineData("connect --vip 192.0.2.10 --port 443 --server a --service-name web", "--service-name chooses from a service file")]
    [InlineData("connect web01.json --vip 192.0.2.10 --port 443 --server a", "'web01.json'")]
    [InlineData("demo now", "'now'")]
    [InlineData("demo --vip 192.0.2.10", "'--vip'")]
    public void What_makes_no_sense_is_named_on_standard_error(string arguments, string named)
    {
        RunResult result = Dsr.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((64, string.Empty), (result.Status, result.Output));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.All(result.ErrorLines, line => Assert.StartsWith("dsr: ", line, StringComparison.Ordinal));
        Assert.InRange(result.ErrorLines.Length, 2, 4);
        Assert.Contains("--help", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_value_is_refused()
    {
        RunResult result = Dsr.Run("test", " ", "--vip", "192.0.2.10", "--interface", " ", "--output", "");
        Assert.Equal(64, result.Status);
        Assert.Equal(3, result.ErrorLines.Count(line => line.Contains("blank", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        RunResult result = Dsr.Run("test", "a.json", "--vip", "x", "--port", "y", "--client", "z");
        Assert.Equal(["'x'", "'y'", "'z'"], result.ErrorLines[..^1].Select(line => line.Split(' ')[2]));
    }

    [Fact]
    public void A_hostile_value_reaches_no_terminal()
    {
        RunResult result = Dsr.Run("test", "a.json", "--vip", "\u001b[31m");
        Assert.Contains("'\\u001B[31m'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_looks_like_an_option_can_be_given_behind_two_dashes()
    {
        RunResult result = Dsr.Run("test", "--vip", "192.0.2.10", "--", "--bogus.json");
        Assert.Equal(65, result.Status);
        Assert.Equal("dsr: --bogus.json: there is no such file.", Assert.Single(result.ErrorLines));
    }
}
