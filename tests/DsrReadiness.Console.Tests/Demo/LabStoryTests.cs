using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Console.Demo;
using DsrReadiness.Lab;
using DsrReadiness.Text;

namespace DsrReadiness.Console.Tests.Demo;

/// <summary>The story claims nothing that did not come out.</summary>
public sealed class LabStoryTests : IDisposable
{
    private readonly LabServer _server = DemoServers.New("WEB01", "192.0.2.11").Build();
    private readonly StringWriter _told = new() { NewLine = "\n" };

    public void Dispose() => _told.Dispose();

    [Fact]
    public async Task A_story_that_comes_out_ends_with_its_proof()
    {
        await TellAsync();
        Assert.EndsWith("the same.\n", _told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_fails_breaks_the_promise()
    {
        _server.Behaviour.UnknownFirewallOptions.Add("LocalAddress");
        BrokenPromiseException e = await Assert.ThrowsAsync<BrokenPromiseException>(() => TellAsync());
        Assert.Contains("not applied (Failed)", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2713 Create firewall rule", _told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_what_it_was_breaks_the_promise()
    {
        BrokenPromiseException e = await Assert.ThrowsAsync<BrokenPromiseException>(() => TellAsync(SomebodyElseMakesAnAdapter));
        Assert.Contains("not what it was", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the same", _told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_further_restart_makes_no_difference()
    {
        await TellAsync(_server.Restart);
        Assert.EndsWith("the same.\n", _told.ToString(), StringComparison.Ordinal);
    }

    private void SomebodyElseMakesAnAdapter()
    {
        _server.Backdoor.CreateDevice();
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private Task TellAsync(Action? beforeTheProof = null) =>
        new LabStory(new DemoTeller(_told, 80, TextStyle.Plain), CancellationToken.None).TellAsync([(_server, "As it is.")], beforeTheProof);
}
