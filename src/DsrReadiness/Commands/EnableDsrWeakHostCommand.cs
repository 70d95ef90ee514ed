using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Enables the weak host model where Direct Server Return needs it: on the loopback, and for receiving on the traffic interface.</summary>
[Cmdlet(VerbsLifecycle.Enable, "DsrWeakHost", HelpUri = OnlineHelp.Folder + "Enable-DsrWeakHost.md", SupportsShouldProcess = true, DefaultParameterSetName = ServiceCmdlet.ByAlias)]
[OutputType(typeof(DsrLoopback))]
public sealed class EnableDsrWeakHostCommand : ServerCmdlet
{
    /// <summary>The VIPs. Without any, those of the loopback.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The VIPs, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    /// <summary>The name of the loopback adapter. Without it, the one that holds the VIP, or that is known to be for VIPs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The name of the loopback adapter.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LoopbackAliasCompleter))]
    public string? LoopbackAlias { get; set; }

    /// <summary>The name of the traffic interface, where the balancer's frames arrive. Without it, it is found.</summary>
    [Parameter(ParameterSetName = ServiceCmdlet.ByAlias, HelpMessage = "The name of the interface where the balancer's frames arrive.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InterfaceAliasCompleter))]
    [Alias("ifAlias")]
    public string? InterfaceAlias { get; set; }

    /// <summary>The index of the traffic interface.</summary>
    [Parameter(
        ParameterSetName = ServiceCmdlet.ByIndex, Mandatory = true, HelpMessage = "The index of the interface where the balancer's frames arrive.")]
    [ArgumentCompleter(typeof(InterfaceIndexCompleter))]
    [Alias("ifIndex")]
    public uint InterfaceIndex { get; set; }

    /// <summary>Writes the loopbacks as they are afterwards.</summary>
    [Parameter(HelpMessage = "Writes the loopbacks as they are afterwards.")]
    public SwitchParameter PassThru { get; set; }

    private protected override bool AsksUser => true;

    private protected override Func<ServerJob, Task> Prepare() => LoopbackWork.Of(
        new LoopbackRequest(Given(nameof(VirtualIPAddress), VirtualIPAddress, ServiceText.ReadAddress), LoopbackAlias, IsWhatIf, PassThru) { TrafficInterface = TrafficInterface(InterfaceIndex, InterfaceAlias) },
        work => PartialPlanner.EnableWeakHost(work.Snapshot, work.Service, work.Options));
}
