using System.Collections.Generic;
using DsrReadiness.Checks;
using DsrReadiness.Tests.Paths;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks;

/// <summary>Every command that any check gives, on many servers: each line can be pasted as it is.</summary>
[Trait("Tier", "Slow")]
public sealed class AdvisedCommandTests
{
    private const int Servers = 3_000;

    [Fact]
    public void Every_line_is_a_documented_command_with_parameters_that_it_has()
    {
        var runner = new CheckRunner(Catalogue.All);
        var dice = new Dice(20261130);
        var seen = new HashSet<string>();
        for (int i = 0; i < Servers; i++)
        {
            RandomServer server = RandomServer.Draw(dice);
            foreach (CheckResult result in runner.Run(server.Build(), server.Asked.Service).Results)
            {
                Assert.False(Pasteable.HoldsCommand(result.Recommendation), $"{result.Id}: {result.Recommendation}");
                foreach (string line in Pasteable.Lines(result.Command))
                {
                    Assert.True(Pasteable.IsCommand(line), $"{result.Id}: {line}");
                    seen.UnionWith(Pasteable.CmdletsIn(line));
                }
            }
        }

        Assert.InRange(seen.Count, 12, 100);
    }

    [Theory]
    [InlineData("Set-NetIPInterface -InterfaceIndex 7 -AddressFamily IPv4 -WeakHostReceive Enabled.")]
    [InlineData("Set-DnsServerSetting -ListeningIPAddress 192.0.2.10")]
    [InlineData("netsh http add iplisten address=192.0.2.10")]
    [InlineData("New-NetRoute -DestinationPrefix 0.0.0.0/0 -Gateway 192.0.2.1")]
    [InlineData("Remove-NetIPAddress -IPAddress 192.0.2.10; New-NetIPAddress -IPAddress 192.0.2.10")]
    public void What_cannot_be_pasted_is_told(string line) => Assert.False(Pasteable.IsCommand(line));
}
