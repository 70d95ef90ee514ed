using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>What became of a plan, or of undoing a run.</summary>
public sealed class DsrPlanResult : DsrObject
{
    private readonly ApplyReport _report;

    internal DsrPlanResult(DsrServer server, string computerName, ApplyReport report, IEnumerable<string> virtualIPAddress, DsrService? service = null)
    {
        _report = report;
        Server = server;
        ComputerName = SafeText.Of(computerName);
        VirtualIPAddress = virtualIPAddress.ToDsrList();
        Port = (service?.Ports ?? []).Select(port => port.ToString()).ToDsrList();
        TrafficInterface = service?.TrafficInterface;
        Left = report.Left.Select(Describe).ToDsrList();
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>How it ended.</summary>
    public ApplyResult Result => _report.Result;

    /// <summary>The run, for <c>Undo-DsrPlan</c>; null if there was nothing to do.</summary>
    public string? RunId => _report.Run?.Id;

    /// <summary>True if Windows has to be restarted before all of it takes effect.</summary>
    public bool RestartNeeded => _report.RestartNeeded;

    /// <summary>The VIPs of the service.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The ports of the service, where they are known.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>The name or index of the traffic interface, if it was given.</summary>
    public string? TrafficInterface { get; }

    /// <summary>What is in place although the whole is not, or was kept when the rest was undone, each with the reason.</summary>
    public IReadOnlyList<string> Left { get; }

    /// <inheritdoc/>
    public override string ToString() => ComputerName + ": " + Result;

    /// <summary>Addresses as text.</summary>
    internal static IEnumerable<string> Texts(IEnumerable<IPAddress> addresses) => addresses.Select(address => address.ToString());

    /// <summary>A step and why it is as it is.</summary>
    internal static string Describe(JournalStep step) => SafeText.Of(step.Note is null ? step.Change.Text : step.Change.Text + " " + step.Note);

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Left), ViewText.Paragraphs(Left) },
    };
}
