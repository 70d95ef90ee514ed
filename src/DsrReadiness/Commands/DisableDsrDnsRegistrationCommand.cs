using System.Management.Automation;
using DsrReadiness.Output;
using DsrReadiness.Plans;

namespace DsrReadiness.Commands;

/// <summary>Disables dynamic DNS registration of the loopback adapter, which keeps the VIP out of DNS.</summary>
[Cmdlet(VerbsLifecycle.Disable, "DsrDnsRegistration", HelpUri = OnlineHelp.Folder + "Disable-DsrDnsRegistration.md", SupportsShouldProcess = true)]
[OutputType(typeof(DsrLoopback))]
public sealed class DisableDsrDnsRegistrationCommand : LoopbackCmdlet
{
    private protected override Plan Plan(LoopbackWork work) => PartialPlanner.SetDnsRegistration(work.Snapshot, work.Service, work.Options, isEnabled: false);
}
