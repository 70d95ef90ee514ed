using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Connections;
using DsrReadiness.Time;

namespace DsrReadiness.Tests.Connections;

/// <summary>What packets are sent through: a segment where three servers and a balancer answer, with a log of what was asked in which order.</summary>
internal sealed class World : IHostRoutes, INeighborProbe, IConnectionSockets, IClock
{
    private readonly HashSet<IPAddress> _leased = [];

    public ConcurrentQueue<string> Log { get; } = new();

    public Dictionary<string, string> Macs { get; } = new()
    {
        ["192.0.2.10"] = "02-00-00-00-00-05",
        ["192.0.2.20"] = "02-00-00-00-00-05",
        ["192.0.2.30"] = "02-00-00-00-00-05",
        ["192.0.2.11"] = "02-00-00-00-00-11",
        ["192.0.2.12"] = "02-00-00-00-00-12",
        ["192.0.2.13"] = "02-00-00-00-00-13",
    };

    public bool Overlapped { get; private set; }

    public RouteView View { get; set; } = new([]);

    public Func<RouteLease, string?> Refuse { get; set; } = _ => null;

    public ConcurrentQueue<IReadOnlyList<RouteLease>> Approvals { get; } = new();

    public Func<IReadOnlyList<RouteLease>, bool> Approve { get; set; } = _ => true;

    public string? Lost { get; set; }

    public Reply Answer { get; set; } = Reply.Answered;

    public Action OnAsk { get; set; } = () => { };

    public DateTimeOffset UtcNow => DateTimeOffset.UnixEpoch;

    public TimeSpan Elapsed => TimeSpan.Zero;

    public bool Ask(IReadOnlyList<RouteLease> leases)
    {
        Approvals.Enqueue(leases);
        return Approve(leases);
    }

    public RouteRefusal? Refusal() => null;

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.CompletedTask;

    public IReadOnlyList<ProbeAddress> Addresses() => [new ProbeAddress(2, "eth0", IPAddress.Parse("192.0.2.1"), 24)];

    public Task<IReadOnlyList<string>> CleanAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<RouteView> LookAsync(IPAddress vip, CancellationToken cancellationToken) => Task.FromResult(View);

    public Task<ProbeReply> AskAsync(IPAddress address, ProbeAddress from, CancellationToken cancellationToken) =>
        Task.FromResult(Macs.TryGetValue(address.ToString(), out string? mac) ? ProbeReply.Of(mac) : ProbeReply.Silence);

    public Task<string?> LeaseAsync(RouteLease lease, CancellationToken cancellationToken)
    {
        if (Refuse(lease) is { } why)
            return Task.FromResult<string?>(why);
        lock (_leased)
            Overlapped |= !_leased.Add(lease.VirtualIPAddress);
        Log.Enqueue($"lease {lease.VirtualIPAddress} {lease.Server}");
        return Task.FromResult<string?>(null);
    }

    public Task<string?> GiveBackAsync(RouteLease lease)
    {
        lock (_leased)
            _leased.Remove(lease.VirtualIPAddress);
        Log.Enqueue($"back {lease.VirtualIPAddress}");
        return Task.FromResult(Lost);
    }

    public async Task<Observation> AskAsync(Question question, CancellationToken cancellationToken)
    {
        Log.Enqueue((question.IsLeased ? "ask " : "control ") + question.Address);
        await Task.Yield();
        if (question.IsLeased)
            OnAsk();
        cancellationToken.ThrowIfCancellationRequested();
        return new Observation(question.IsLeased ? Answer : Reply.Answered, TimeSpan.FromMilliseconds(1));
    }
}
