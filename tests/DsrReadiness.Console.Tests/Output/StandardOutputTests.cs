using System;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Output;

public sealed class StandardOutputTests
{
    private static readonly string[] s_notReady = ["test", Samples.Server2019, .. Samples.Service];

    [Theory]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "dumb", false)]
    [InlineData("TERM", "xterm", true)]
    public void Colour_is_for_terminals_whose_user_wants_it(string variable, string value, bool coloured) => Assert.Equal(
        coloured, new Dsr().Terminal(80).Variable(variable, value).With(s_notReady).Output.Contains('\u001b', StringComparison.Ordinal));

    [Fact]
    public void A_pipe_gets_no_colour_and_80_columns()
    {
        string output = Dsr.Run(s_notReady).Output;
        Assert.DoesNotContain('\u001b', output);
        Assert.InRange(Sentences.Of(output).Max(line => line.Length), 60, 80);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    public void A_terminal_is_filled_to_its_width(int width)
    {
        string output = new Dsr().Terminal(width).Variable("NO_COLOR", "1").With(s_notReady).Output;
        Assert.InRange(Sentences.Of(output).Max(line => line.Length), width - 15, width);
    }

    [Fact]
    public void Json_is_never_coloured() =>
        Assert.DoesNotContain('\u001b', new Dsr().Terminal(80).With([.. s_notReady, "--format", "json"]).Output);

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public void Ends_quietly_when_nobody_reads_the_output_any_more(string format)
    {
        using var closed = new FailingStream(new IOException("Broken pipe", 32));
        RunResult result = new Dsr().Output(closed).With([.. s_notReady, "--format", format]);
        Assert.Equal((141, string.Empty), (result.Status, result.Error));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("plan")]
    [InlineData("path")]
    [InlineData("demo")]
    [InlineData("--help")]
    public void Output_that_cannot_be_written_is_an_error_in_words(string command)
    {
        using var full = new FailingStream(new IOException("No space left on device", 28));
        RunResult result = new Dsr().Output(full).With(command is "test" or "plan" or "path" ? [command, .. s_notReady[1..]] : [command]);
        Assert.Equal((70, "dsr: the results cannot be written: No space left on device\n"), (result.Status, result.Error));
    }

    [Theory]
    [InlineData(28, "test")]
    [InlineData(32, "test")]
    [InlineData(28, "test", "a.json", "--vip", "192.0.2.10", "--output", "no such folder/a")]
    [InlineData(32, "connect")]
    public void A_plugin_whose_line_cannot_be_written_still_says_by_its_status_that_it_knows_nothing(int failure, params string[] arguments)
    {
        using var broken = new FailingStream(new IOException("It cannot be written", failure));
        RunResult result = new Dsr().Output(broken).With([.. arguments, "--format", "nagios"]);
        Assert.Equal(3, result.Status);
        Assert.StartsWith("dsr: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_whose_verdict_cannot_be_written_is_unknown()
    {
        using var full = new FailingStream(new IOException("No space left on device", 28));
        RunResult result = new Dsr().Output(full).With([.. s_notReady, "--format", "nagios"]);
        Assert.Equal((3, "dsr: the results cannot be written: No space left on device\n"), (result.Status, result.Error));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Says_the_same_in_every_culture(string culture)
    {
        string[][] commands =
        [
            ["test", Samples.Server2019, Samples.Ready, .. Samples.Service, "--environment", "onpremises", "--format", "json", "--strict"],
            ["test", Samples.Server2019, Samples.Ready, .. Samples.Service, "--probe", "ICMP/192.168.11.50"],
            ["plan", Samples.Server2019, Samples.Ready, .. Samples.Service],
            ["path", Samples.Server2019, Samples.Ready, .. Samples.Service],
            ["demo"],
        ];
        string[] expected = commands.Select(command => Dsr.Run(command).Output).ToArray();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, commands.Select(command => Dsr.Run(command).Output));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.All(expected, Assert.NotEmpty);
    }

    /// <summary>A stream that cannot be written to.</summary>
    private sealed class FailingStream(IOException failure) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw failure;

        public override void Write(ReadOnlySpan<byte> buffer) => throw failure;
    }
}
