using System.Management.Automation;
using DsrReadiness.Completion;
using DsrReadiness.Output;
using DsrReadiness.Plans;

namespace DsrReadiness.Commands;

/// <summary>Enables the weak host model where Direct Server Return needs it: on the loopback, and for receiving on the traffic interface.</summary>
[Cmdlet(VerbsLifecycle.Enable, "DsrWeakHost", HelpUri = OnlineHelp.Folder + "Enable-DsrWeakHost.md", SupportsShouldProcess = true, DefaultParameterSetName = ServiceCmdlet.ByAlias)]
[OutputType(typeof(DsrLoopback))]
public sealed class EnableDsrWeakHostCommand : LoopbackCmdlet
{
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

    private protected override string? GivenTrafficInterface => TrafficInterface(InterfaceIndex, InterfaceAlias);

    private protected override Plan Plan(LoopbackWork work) => PartialPlanner.EnableWeakHost(work.Snapshot, work.Service, work.Options);
}
