using System;
using DsrReadiness.Robustness.Soaking;
using Xunit.Abstractions;

namespace DsrReadiness.Robustness.Tests;

/// <summary>The memory that is looked at is that of the whole process.</summary>
[Collection(nameof(Alone))]
[Trait("Tier", "Slow")]
public sealed class SoakTests(ITestOutputHelper output)
{
    /// <summary>Ten minutes with 4,096 servers are for the program itself; docs/robustness.md has the counts.</summary>
    [Fact]
    public void Hundreds_of_servers_that_fail_in_every_way_answer_once_each_and_leave_nothing_behind()
    {
        var soak = new Soak(256, Random.Shared.Next(), System.Console.Out);
        soak.Run(TimeSpan.Zero, rounds: 30);
        output.WriteLine(soak.ToString());
        Assert.True(soak.Problems.Count == 0, string.Join("\n", soak.Problems));
        Assert.True(soak.Stopped > 0 && soak.Verdicts > 256 && soak.Errors > 50, soak.ToString());
    }
}
