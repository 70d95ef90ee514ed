using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Output;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Makes a KM-TEST loopback adapter, quiet in every way, and puts VIPs on it.</summary>
[Cmdlet(VerbsCommon.New, "DsrLoopback", HelpUri = OnlineHelp.Folder + "New-DsrLoopback.md", SupportsShouldProcess = true)]
[OutputType(typeof(DsrLoopback))]
public sealed class NewDsrLoopbackCommand : ServerCmdlet
{
    /// <summary>The VIPs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The VIPs, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    /// <summary>A name for the adapter. Without it, one is chosen.</summary>
    [Parameter(HelpMessage = "A name for the adapter; chosen if it is not given.")]
    [ValidateNotNullOrEmpty]
    public string? LoopbackAlias { get; set; }

    /// <summary>The ports of the service: file and print services need bindings that others do without.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "Ports such as 443, tcp/443 or udp/5000-5100.")]
    public string[] Port { get; set; } = [];

    private protected override bool AsksUser => true;

    private protected override Func<ServerJob, Task> Prepare()
    {
        string? alias = LoopbackAlias;
        return LoopbackWork.Of(
            new LoopbackRequest(Given(nameof(VirtualIPAddress), VirtualIPAddress, ServiceText.ReadAddress), null, IsWhatIf, PassThru: true) { Ports = Given(nameof(Port), Port, ServicePort.Parse), TrafficInterface = TrafficInterfaceOfInput },
            work => PartialPlanner.NewLoopback(work.Snapshot, work.Service, work.Options, alias));
    }
}
