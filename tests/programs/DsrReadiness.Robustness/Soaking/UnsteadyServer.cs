using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Errors;
using DsrReadiness.Lab;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Robustness.Soaking;

/// <summary>What an unsteady server does the next time that it is asked.</summary>
internal enum Mood
{
    /// <summary>It answers.</summary>
    Well,

    /// <summary>It answers late.</summary>
    Slow,

    /// <summary>Some of its readings fail.</summary>
    Ill,

    /// <summary>There is no way to it.</summary>
    Gone,

    /// <summary>It hangs until the time for a call is over, and there was no answer then.</summary>
    TimesOut,

    /// <summary>A fault of ours, at once.</summary>
    Breaks,

    /// <summary>A fault of ours, after a while.</summary>
    BreaksLate,

    /// <summary>It never answers: only for rounds that are cancelled.</summary>
    Hangs,
}

/// <summary>A lab server behind a way that fails.</summary>
internal sealed class UnsteadyServer : IServerAccess
{
    private readonly LabServer _lab;

    public UnsteadyServer(LabServer lab)
    {
        _lab = lab;
        Server = new DsrServer(lab.ComputerName, DsrServerKind.Lab, this);
    }

    /// <summary>How it is given to a command.</summary>
    public DsrServer Server { get; }

    public Mood Mood { get; set; }

    public TimeSpan Latency { get; set; }

    public IJournalStore? Journals => null;

    public NeighborAsker? Asker => null;

    public PacketOrigin Origin => throw new NotSupportedException("Nobody sends packets from it.");

    public async Task<Snapshot> TakeSnapshotAsync(IReadOnlyCollection<ReadingId>? readings, CancellationToken cancellationToken)
    {
        if (Mood == Mood.Breaks)
            throw new InvalidOperationException("A fault of ours.");
        await Task.Delay(Mood == Mood.Hangs ? Timeout.InfiniteTimeSpan : Latency, cancellationToken).ConfigureAwait(false);
        switch (Mood)
        {
            case Mood.Gone:
                throw new FailureException(Failures.ServerUnreachable(Server.Name, new CimFailure(FailureKind.Unreachable, "The RPC server is unavailable.")));
            case Mood.TimesOut:
                throw new FailureException(Failures.ServerUnreachable(Server.Name, new CimFailure(FailureKind.Timeout, "It did not answer.")));
            case Mood.BreaksLate:
                throw new InvalidOperationException("A fault of ours.");
            case Mood.Ill:
                _lab.Faults.AtRead(3).Fail(FailureKind.AccessDenied);
                _lab.Faults.AtRead(5).Fail(FailureKind.Timeout);
                break;
        }

        _lab.ForgetCalls();
        return await SnapshotCollector.CollectAsync(_lab, _lab.Clock, readings, "soak", cancellationToken).ConfigureAwait(false);
    }

    public Task<ServerChanges> OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Judging changes nothing.");
}
