using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Servers;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>What one check found of a server at two times.</summary>
public sealed class DsrSnapshotDifference : DsrObject
{
    internal DsrSnapshotDifference(DsrServer server, ServerComparison comparison, ResultChange change)
    {
        ServerVerdict after = comparison.After;
        Server = server;
        ComputerName = SafeText.Of(after.ComputerName);
        VirtualIPAddress = after.Service.VirtualIPAddresses.Select(address => address.ToString()).ToDsrList();
        Port = after.Service.Ports.Select(port => port.ToString()).ToDsrList();
        Change = change.Direction;
        Before = new DsrCheckResult(server, ComputerName, change.Before);
        After = new DsrCheckResult(server, ComputerName, change.After);
        ReferenceCollectedAt = comparison.Earlier.CollectedAt;
        CollectedAt = comparison.Later.CollectedAt;
        VerdictBefore = comparison.Before.Verdict;
        VerdictAfter = after.Verdict;
        ServiceName = after.Service.Name;
        LikelyCause = change.Direction == ChangeDirection.Same ? null : comparison.CauseOf(change) is { } cause ? SafeText.Of(cause.Text) : null;
    }

    /// <summary>The server, as it is now or in the later snapshot.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>The VIPs of the service.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The ports of the service.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>The check's id.</summary>
    public string Id => After.Id;

    /// <summary>The check's name.</summary>
    public string Name => After.Name;

    /// <summary>Whether it became better or worse.</summary>
    public ChangeDirection Change { get; }

    /// <summary>What the check found in the reference.</summary>
    public DsrCheckResult Before { get; }

    /// <summary>What the check found afterwards.</summary>
    public DsrCheckResult After { get; }

    /// <summary>When the reference was taken.</summary>
    public DateTimeOffset ReferenceCollectedAt { get; }

    /// <summary>When the server was looked at afterwards.</summary>
    public DateTimeOffset CollectedAt { get; }

    /// <summary>The verdict in the reference.</summary>
    public Verdict VerdictBefore { get; }

    /// <summary>The verdict afterwards.</summary>
    public Verdict VerdictAfter { get; }

    /// <summary>What the service is called in its service file; null if it comes from none.</summary>
    public string? ServiceName { get; }

    /// <summary>What the change looks like, of what is known to undo a set-up; null if it looks like nothing known.</summary>
    public string? LikelyCause { get; }

    /// <inheritdoc/>
    public override string ToString() => Id + " " + Change + ": " + Before.Outcome + " -> " + After.Outcome;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Change), Change.ToString(), ViewText.InkOf(Change) },
        { nameof(Before), Before.Outcome.ToString(), FindingText.InkOf(Before) },
        { nameof(After), After.Outcome.ToString(), FindingText.InkOf(After) },
        { "ReasonBefore", Before.Reason },
        { "ReasonAfter", After.Reason },
        { "Recommendation", After.Recommendation ?? string.Empty },
        { "Command", After.Command ?? string.Empty },
    };
}
