using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Takes VIPs off the loopbacks that hold them. Drain the server at the balancer first.</summary>
[Cmdlet(VerbsCommon.Remove, "DsrVirtualIPAddress", HelpUri = OnlineHelp.Folder + "Remove-DsrVirtualIPAddress.md", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DsrLoopback))]
public sealed class RemoveDsrVirtualIPAddressCommand : RemovingCmdlet
{
    /// <summary>The VIPs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The VIPs, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    /// <summary>The name of the loopback adapter. It is only for -PassThru: a VIP is taken off wherever it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The name of the loopback adapter.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LoopbackAliasCompleter))]
    public string? LoopbackAlias { get; set; }

    /// <summary>Writes the loopbacks as they are afterwards.</summary>
    [Parameter(HelpMessage = "Writes the loopbacks as they are afterwards.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Func<ServerJob, Task> Prepare() => LoopbackWork.Of(
        new LoopbackRequest(Given(nameof(VirtualIPAddress), VirtualIPAddress, ServiceText.ReadAddress), LoopbackAlias, IsWhatIf, PassThru) { Removal = Removal },
        work => PartialPlanner.RemoveAddresses(work.Snapshot, work.Service));
}
