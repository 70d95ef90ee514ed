using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Reports;
using DsrReadiness.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>What one check found of a server at two times.</summary>
public sealed class DsrSnapshotDifference
{
    internal DsrSnapshotDifference(DsrServer server, ServerVerdict after, ResultChange change, DateTimeOffset referenceCollectedAt, DateTimeOffset collectedAt)
    {
        Server = server;
        ComputerName = SafeText.Of(after.ComputerName);
        VirtualIPAddress = after.Service.VirtualIPAddresses.Select(address => address.ToString()).ToArray();
        Port = after.Service.Ports.Select(port => port.ToString()).ToArray();
        Change = change.Direction;
        Before = new DsrCheckResult(server, ComputerName, change.Before);
        After = new DsrCheckResult(server, ComputerName, change.After);
        ReferenceCollectedAt = referenceCollectedAt;
        CollectedAt = collectedAt;
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

    /// <inheritdoc/>
    public override string ToString() => Id + " " + Change + ": " + Before.Outcome + " -> " + After.Outcome;
}
