using System;
using System.Collections.Generic;
using System.Net;
using DsrReadiness.Services;

namespace DsrReadiness.Plans.Journals;

/// <summary>One run on one server, as its journal tells it.</summary>
public sealed class JournalRun
{
    private readonly List<JournalStep> _steps = [];

    internal JournalRun(string id, string computerName, DateTimeOffset startedAt, IReadOnlyList<IPAddress> virtualIPAddresses, IReadOnlyList<string>? ports = null, bool isRemoval = false)
    {
        Id = id;
        ComputerName = computerName;
        StartedAt = startedAt;
        VirtualIPAddresses = virtualIPAddresses;
        Ports = ports;
        IsRemoval = isRemoval;
    }

    /// <summary>The run's id, which is also the name of its journal.</summary>
    public string Id { get; }

    /// <summary>The server.</summary>
    public string ComputerName { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The VIPs of the service that it was for.</summary>
    public IReadOnlyList<IPAddress> VirtualIPAddresses { get; }

    /// <summary>The ports of the service that it was for, and of its probe, such as <c>tcp/443</c>; null if the journal does not say.</summary>
    public IReadOnlyList<string>? Ports { get; }

    /// <summary>True if it took something away: it needs nothing that other runs did.</summary>
    public bool IsRemoval { get; }

    /// <summary>How it ended.</summary>
    public RunStatus Status { get; internal set; }

    /// <summary>The steps that were begun, in order.</summary>
    public IReadOnlyList<JournalStep> Steps => _steps;

    /// <summary>True if the run was for the same VIPs as the service has.</summary>
    internal bool IsFor(DsrService service) => new HashSet<IPAddress>(VirtualIPAddresses).SetEquals(service.VirtualIPAddresses);

    internal void Add(JournalStep step) => _steps.Add(step);
}
