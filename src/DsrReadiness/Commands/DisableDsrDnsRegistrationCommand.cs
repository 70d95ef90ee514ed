using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Disables dynamic DNS registration of the loopback adapter, which keeps the VIP out of DNS.</summary>
[Cmdlet(VerbsLifecycle.Disable, "DsrDnsRegistration", HelpUri = OnlineHelp.Folder + "Disable-DsrDnsRegistration.md", SupportsShouldProcess = true)]
[OutputType(typeof(DsrLoopback))]
public sealed class DisableDsrDnsRegistrationCommand : ServerCmdlet
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

    /// <summary>Writes the loopbacks as they are afterwards.</summary>
    [Parameter(HelpMessage = "Writes the loopbacks as they are afterwards.")]
    public SwitchParameter PassThru { get; set; }

    private protected override bool AsksUser => true;

    private protected override Func<ServerJob, Task> Prepare()
    {
        LoopbackRequest request = LoopbackRequests.Read(new LoopbackRequest
        {
            LoopbackAlias = LoopbackAlias,
            IsWhatIf = IsWhatIf,
            PassThru = PassThru,
        }, Given(nameof(VirtualIPAddress), VirtualIPAddress));
        return async job =>
        {
            LoopbackWork work = await LoopbackWork.BeginAsync(job, request).ConfigureAwait(false);
            await work.ApplyAndPassThruAsync(PartialPlanner.SetDnsRegistration(work.Snapshot, work.Service, work.Options, isEnabled: false)).ConfigureAwait(false);
        };
    }
}
