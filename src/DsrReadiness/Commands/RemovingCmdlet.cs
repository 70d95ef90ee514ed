using System;
using System.Management.Automation;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Base of the commands that take VIPs out of service. They ask first, once for each server.</summary>
public abstract class RemovingCmdlet : ServerCmdlet
{
    internal const int DefaultDrainTimeout = 300;
    internal const int LongestDrainTimeout = 86400;

    private protected RemovingCmdlet()
    {
    }

    /// <summary>Goes on without asking, as -Confirm:$false does.</summary>
    [Parameter(HelpMessage = "Goes on without asking.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Waits, before anything is changed, until the VIPs have no established TCP connection.</summary>
    [Parameter(HelpMessage = "Waits until the VIPs have no established TCP connection.")]
    public SwitchParameter WaitForDrain { get; set; }

    /// <summary>How many seconds connections are waited for. If some are left then, nothing is changed.</summary>
    [Parameter(HelpMessage = "How many seconds connections are waited for.")]
    [ValidateRange(1, LongestDrainTimeout)]
    public int DrainTimeoutSec { get; set; } = DefaultDrainTimeout;

    private protected sealed override bool AsksUser => true;

    /// <summary>What the parameters say now.</summary>
    private protected RemovalOptions Removal => new()
    {
        IsForced = Force || IsConfirmGiven == false,
        AsksForEach = IsConfirmGiven == true,
        DrainLimit = WaitForDrain ? TimeSpan.FromSeconds(DrainTimeoutSec) : null,
    };
}
