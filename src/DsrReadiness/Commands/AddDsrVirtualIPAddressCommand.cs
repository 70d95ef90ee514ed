using System.Management.Automation;
using DsrReadiness.Completion;
using DsrReadiness.Output;
using DsrReadiness.Plans;

namespace DsrReadiness.Commands;

/// <summary>Puts VIPs on a loopback adapter that is there: as single hosts, in both stores, and never as a source.</summary>
[Cmdlet(VerbsCommon.Add, "DsrVirtualIPAddress", HelpUri = OnlineHelp.Folder + "Add-DsrVirtualIPAddress.md", SupportsShouldProcess = true)]
[OutputType(typeof(DsrLoopback))]
public sealed class AddDsrVirtualIPAddressCommand : LoopbackCmdlet
{
    /// <summary>The VIPs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The VIPs, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public override string[] VirtualIPAddress { get; set; } = [];

    private protected override Plan Plan(LoopbackWork work) => PartialPlanner.AddAddresses(work.Snapshot, work.Service, work.Options);
}
