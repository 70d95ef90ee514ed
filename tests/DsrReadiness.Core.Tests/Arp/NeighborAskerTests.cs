using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Time;

namespace DsrReadiness.Tests.Arp;

public sealed class NeighborAskerTests
{
    private static readonly IPAddress s_vip = IPAddress.Parse("192.0.2.10");
    private static readonly ProbeAddress s_here = new(7, "LAN", IPAddress.Parse("192.0.2.77"), 24);

    [Fact]
    public async Task Asks_so_many_times_with_a_pause_between_and_counts_the_answers()
    {
        var clock = new CountingClock();
        var probe = new FakeProbe([s_here], ProbeReply.Of("02-00-00-00-00-01"), ProbeReply.Of("020000000002"), ProbeReply.Of("02:00:00:00:00:01"));
        ArpProbe result = await new NeighborAsker("pc", probe, clock).AskAsync(s_vip, 3, CancellationToken.None);
        Assert.Equal((2, 1), (result.Answers[("020000000001", "LAN")], result.Answers[("020000000002", "LAN")]));
        Assert.Equal((3, 2, true), (result.Questions, clock.Waits, result.WasAsked));
    }

    [Fact]
    public async Task Asks_on_each_interface_of_the_network_once()
    {
        var probe = new FakeProbe(
            [s_here, new(7, "LAN", IPAddress.Parse("192.0.2.78"), 24), new(9, "Backup", IPAddress.Parse("192.0.2.79"), 24), new(9, "Backup", IPAddress.Parse("2001:db8::9"), 64)],
            ProbeReply.Silence,
            ProbeReply.Of("020000000001"));
        ArpProbe result = await new NeighborAsker("pc", probe, new CountingClock()).AskAsync(s_vip, 1, CancellationToken.None);
        Assert.Equal([7u, 9u], probe.Asked);
        Assert.Equal((2, 1), (result.Questions, result.Answers[("020000000001", "Backup")]));
    }

    [Fact]
    public async Task Never_asks_for_an_address_of_its_own()
    {
        var probe = new FakeProbe([s_here, new(12, "Loopback", s_vip, 32)]);
        ArpProbe result = await new NeighborAsker("pc", probe, new CountingClock()).AskAsync(s_vip, 3, CancellationToken.None);
        Assert.True(result.HoldsAddress);
        Assert.Empty(probe.Asked);
    }

    [Theory]
    [InlineData("198.51.100.10")]
    [InlineData("2001:db8::10")]
    public async Task Says_that_another_segment_cannot_be_asked(string address)
    {
        var probe = new FakeProbe([s_here]);
        ArpProbe result = await new NeighborAsker("pc", probe, new CountingClock()).AskAsync(IPAddress.Parse(address), 3, CancellationToken.None);
        Assert.Equal($"{address} is in no network of pc, and can be asked for on its own segment only", result.WhyNot);
        Assert.Empty(probe.Asked);
    }

    [Fact]
    public async Task Says_why_it_could_not_ask()
    {
        var probe = new FakeProbe([s_here], ProbeReply.Failed(new CimFailure(FailureKind.AccessDenied, "no")));
        ArpProbe result = await new NeighborAsker("pc", probe, new CountingClock()).AskAsync(s_vip, 3, CancellationToken.None);
        Assert.StartsWith("pc could not ask for 192.0.2.10 (AccessDenied", result.WhyNot, StringComparison.Ordinal);
        Assert.Single(probe.Asked);
    }

    private sealed class CountingClock : IClock
    {
        public int Waits { get; private set; }

        public DateTimeOffset UtcNow => default;

        public TimeSpan Elapsed => default;

        public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
        {
            Waits++;
            return Task.CompletedTask;
        }
    }

    private sealed class FakeProbe(IReadOnlyList<ProbeAddress> own, params ProbeReply[] replies) : INeighborProbe
    {
        public List<uint> Asked { get; } = [];

        public IReadOnlyList<ProbeAddress> Addresses() => own;

        public Task<ProbeReply> AskAsync(IPAddress address, ProbeAddress from, CancellationToken cancellationToken)
        {
            Asked.Add(from.InterfaceIndex);
            return Task.FromResult(replies[Asked.Count - 1]);
        }
    }
}
