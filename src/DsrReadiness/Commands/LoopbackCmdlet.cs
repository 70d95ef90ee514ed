using System;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Plans;
using DsrReadiness.Services;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Base of the commands that change one thing about a loopback, and can show it afterwards.</summary>
public abstract class LoopbackCmdlet : ServerCmdlet
{
    private protected LoopbackCmdlet()
    {
    }

    /// <summary>The VIPs. Without any, those of the loopback.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The VIPs, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public virtual string[] VirtualIPAddress { get; set; } = [];

    /// <summary>The name of the loopback adapter. Without it, the one that holds the VIP, or that is known to be for VIPs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The name of the loopback adapter.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LoopbackAliasCompleter))]
    public string? LoopbackAlias { get; set; }

    /// <summary>Writes the loopbacks as they are afterwards.</summary>
    [Parameter(HelpMessage = "Writes the loopbacks as they are afterwards.")]
    public SwitchParameter PassThru { get; set; }

    private protected sealed override bool AsksUser => true;

    /// <summary>The traffic interface, where the command has a parameter for it.</summary>
    private protected virtual string? GivenTrafficInterface => null;

    /// <summary>What is to be changed.</summary>
    private protected abstract Plan Plan(LoopbackWork work);

    private protected sealed override Func<ServerJob, Task> Prepare() => LoopbackWork.Of(
        new LoopbackRequest(Given(nameof(VirtualIPAddress), VirtualIPAddress, ServiceText.ReadAddress), LoopbackAlias, IsWhatIf, PassThru) { TrafficInterface = GivenTrafficInterface },
        Plan);
}
