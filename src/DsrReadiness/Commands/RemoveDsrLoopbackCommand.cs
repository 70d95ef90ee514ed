using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Removes a KM-TEST loopback adapter, with the VIPs on it.</summary>
[Cmdlet(VerbsCommon.Remove, "DsrLoopback", HelpUri = OnlineHelp.Folder + "Remove-DsrLoopback.md", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DsrLoopback))]
public sealed class RemoveDsrLoopbackCommand : RemovingCmdlet
{
    /// <summary>The name of the loopback adapter.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The name of the loopback adapter.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LoopbackAliasCompleter))]
    public string LoopbackAlias { get; set; } = string.Empty;

    /// <summary>The VIPs that go with it. Without any, all that it has; others than these keep it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The VIPs that go with it, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    /// <summary>Writes the loopbacks that were removed.</summary>
    [Parameter(HelpMessage = "Writes the loopbacks that were removed.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Func<ServerJob, Task> Prepare()
    {
        var request = new LoopbackRequest(Given(nameof(VirtualIPAddress), VirtualIPAddress, ServiceText.ReadAddress), LoopbackAlias, IsWhatIf, PassThru: false) { Removal = Removal };
        return async job =>
        {
            LoopbackWork work = await LoopbackWork.BeginAsync(job, request).ConfigureAwait(false);
            DsrLoopback[] removed = work.Loopbacks();
            if (!await work.ApplyAsync(PartialPlanner.RemoveLoopback(work.Snapshot, work.Service, work.Options)).ConfigureAwait(false) || !PassThru)
                return;
            foreach (DsrLoopback each in removed)
                job.Write(each);
        };
    }
}
