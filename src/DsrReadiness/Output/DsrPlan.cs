using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Plans;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>The changes that one server needs for one service. Nothing is changed until it is piped to <c>Invoke-DsrPlan</c>.</summary>
public sealed class DsrPlan : DsrObject
{
    internal DsrPlan(DsrServer server, Plan plan)
    {
        Server = server;
        Plan = plan;
        ComputerName = SafeText.Of(plan.ComputerName);
        VirtualIPAddress = plan.Service.VirtualIPAddresses.Select(address => address.ToString()).ToDsrList();
        Port = plan.Service.Ports.Select(port => port.ToString()).ToDsrList();
        Balancer = plan.Service.Balancers.Select(address => address.ToString()).ToDsrList();
        ClientAddress = plan.Service.Clients.Select(prefix => prefix.ToString()).ToDsrList();
        Changes = plan.Changes.Select((change, i) => new DsrPlanChange(server, ComputerName, i + 1, change)).ToDsrList();
        Refusals = plan.Refusals.Select(refusal => AdviceText.Of(refusal.Command, refusal.ToString(), refusal.Recommendation)).ToDsrList();
    }

    /// <summary>The server. A plan is refused on another one.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>What the service is called in its service file; null if it comes from none.</summary>
    public string? ServiceName => Plan.Service.Name;

    /// <summary>The VIPs of the service.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The ports of the service.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>The balancers' own addresses.</summary>
    public IReadOnlyList<string> Balancer { get; }

    /// <summary>The balancer's probe, or null.</summary>
    public string? Probe => Plan.Service.Probe?.ToString();

    /// <summary>Where clients come from; empty for anywhere.</summary>
    public IReadOnlyList<string> ClientAddress { get; }

    /// <summary>The name or index of the traffic interface, as it was given; null if it was to be found.</summary>
    public string? TrafficInterface => Plan.Service.TrafficInterface;

    /// <summary>Where the server stands, as it was given; null if it was to be recognised.</summary>
    public DsrEnvironment? Environment => Plan.Service.Environment;

    /// <summary>From which address a UDP socket that is bound to every address answers, as it was given.</summary>
    public DsrUdpAnswer? UdpAnswer => Plan.Service.UdpAnswer;

    /// <summary>The changes, in the order in which they are made.</summary>
    public IReadOnlyList<DsrPlanChange> Changes { get; }

    /// <summary>What no change answers and is left to the administrator, such as a missing listener.</summary>
    public IReadOnlyList<string> Refusals { get; }

    /// <summary>True if nothing can be planned at all, for the reason in <see cref="Refusals"/>: such a plan is not carried out.</summary>
    public bool IsRefused => Plan.IsRefused;

    /// <summary>True if the plan takes VIPs out of service.</summary>
    public bool IsRemoval => Plan.IsRemoval;

    internal Plan Plan { get; }

    /// <summary>The run that has carried it out; null if none has.</summary>
    internal string? RunId { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{ComputerName}: {Changes.Count} changes for {string.Join(", ", VirtualIPAddress)}";

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Changes), ViewText.Changes(this) },
        { nameof(Refusals), ViewText.Paragraphs(Refusals) },
    };
}
