using System;
using System.Threading.Tasks;
using DsrReadiness.Robustness.Kills;
using Xunit.Abstractions;

namespace DsrReadiness.Robustness.Tests;

[Trait("Tier", "Slow")]
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>A thousand and more are killed by the program itself; docs/robustness.md has the counts.</summary>
    [Fact]
    public async Task Twenty_processes_that_are_killed_leave_a_server_that_can_be_undone_and_completed()
    {
        var campaign = new KillCampaign(Random.Shared.Next(), System.Console.Out);
        await campaign.RunAsync(20);
        output.WriteLine(campaign.ToString());
        Assert.True(campaign.Problems.Count == 0, string.Join("\n", campaign.Problems));
        Assert.InRange(campaign.Killed, 20, 24);
        Assert.True(campaign.Changed > 0, "No process lived long enough to change anything.");
    }
}
