using System.Management.Automation;
using DsrReadiness.Output;
using DsrReadiness.Plans;

namespace DsrReadiness.Commands;

/// <summary>Enables dynamic DNS registration of the loopback adapter.</summary>
[Cmdlet(VerbsLifecycle.Enable, "DsrDnsRegistration", HelpUri = OnlineHelp.Folder + "Enable-DsrDnsRegistration.md", SupportsShouldProcess = true)]
[OutputType(typeof(DsrLoopback))]
public sealed class EnableDsrDnsRegistrationCommand : LoopbackCmdlet
{
    private protected override Plan Plan(LoopbackWork work) => PartialPlanner.SetDnsRegistration(work.Snapshot, work.Service, work.Options, isEnabled: true);
}
