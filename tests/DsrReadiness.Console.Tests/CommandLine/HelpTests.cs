using System;
using System.Linq;
using DsrReadiness.Console.CommandLine;
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
    [InlineData("test", HelpText.Test)]
    [InlineData("plan", HelpText.Plan)]
    [InlineData("script", HelpText.Script)]
    [InlineData("path", HelpText.Path)]
    [InlineData("netsh", HelpText.Netsh)]
    [InlineData("compare", HelpText.Compare)]
    [InlineData("redact", HelpText.Redact)]
    [InlineData("connect", HelpText.Connect)]
    public void The_help_of_a_command_lists_the_options_that_there_are(string command, string help)
    {
        string[] listed = help.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[0]).ToArray();
        Assert.Equal(new DsrCommandLine().OptionNames(command).Order(), listed.Order());
    }

    [Fact]
    public void The_version_is_shown_without_the_commit()
    {
        RunResult result = Dsr.Run("--version");
        Assert.Equal(0, result.Status);
        Assert.Matches("^dsr [0-9]+\\.[0-9]+\\.[0-9]+\n$", result.Output);
    }
}
