using System;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.CommandLine;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help", "dsr - ")]
    [InlineData("-h", "dsr - ")]
    [InlineData("test --help", "dsr test - ")]
    [InlineData("test a.json --vip nonsense --help", "dsr test - ")]
    [InlineData("plan --help", "dsr plan - ")]
    [InlineData("script --help", "dsr script - ")]
    [InlineData("netsh --help", "dsr netsh - ")]
    [InlineData("compare --help", "dsr compare - ")]
    [InlineData("redact --help", "dsr redact - ")]
    [InlineData("connect --help", "dsr connect - ")]
    [InlineData("demo --help", "dsr demo - ")]
    public void Help_is_shown_on_standard_output(string arguments, string start)
    {
        RunResult result = Dsr.Run(arguments.Split(' '));
        Assert.Equal((0, string.Empty), (result.Status, result.Error));
        Assert.StartsWith(start, result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData("test", "--balancer --client --earlier --environment --format --interface --output --pool --port --probe --service --service-name --strict --udp-answer --vip")]
    [InlineData("plan", "--balancer --client --environment --format --interface --loopback --port --probe --service --service-name --udp-answer --vip")]
    [InlineData("path", "--balancer --client --environment --format --interface --port --probe --service --service-name --udp-answer --vip")]
    [InlineData("script", "--balancer --client --environment --for --interface --language --loopback --output --port --prefix-length --probe --service --service-name --udp-answer --undo --verify --vip")]
    [InlineData("netsh", "--computer --ipv4 --ipv6 --output")]
    [InlineData("compare", "--balancer --client --environment --format --interface --port --probe --service --service-name --udp-answer --vip")]
    [InlineData("redact", "--output")]
    [InlineData("connect", "--balancer --expect --format --host-name --output --path --payload --port --server --service --service-name --skip-certificate-check --snapshot --timeout --tls --vip")]
    public void The_help_of_a_command_lists_the_options_that_are_promised_each_with_a_meaning(string command, string options)
    {
        string[] lines = Dsr.Run(command, "--help").Output.Split('\n');
        int[] listed = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("  --", StringComparison.Ordinal))];
        Assert.Equal(options.Split(' '), listed.Select(i => lines[i].Trim().Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.All(listed, i => Assert.NotEmpty((lines[i] + lines[i + 1])[25..].Trim()));
    }

    [Fact]
    public void The_first_page_has_a_line_of_every_command()
    {
        string page = Dsr.Run("--help").Output;
        Assert.All(
            ["test", "plan", "path", "script", "netsh", "compare", "redact", "connect", "demo"],
            command => Assert.Contains($"\n  dsr {command} ", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_is_shown_without_the_commit()
    {
        RunResult result = Dsr.Run("--version");
        Assert.Equal(0, result.Status);
        Assert.Matches("^dsr [0-9]+\\.[0-9]+\\.[0-9]+\n$", result.Output);
    }
}
