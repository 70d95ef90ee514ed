using System.Linq;
using System.Management.Automation;
using DsrReadiness.Completion;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Commands;

/// <summary>Base of the commands that ask the servers' segment: for VIPs, or for the services of a file.</summary>
public abstract class SegmentCmdlet : ServerCmdlet
{
    internal const string ByAddress = "VirtualIPAddress";
    internal const string ByServiceFile = "ServiceFile";

    private protected SegmentCmdlet()
    {
    }

    /// <summary>The VIPs.</summary>
    [Parameter(ParameterSetName = ByAddress, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The virtual IP address, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public string[] VirtualIPAddress { get; set; } = [];

    /// <summary>A file of services, in place of a description.</summary>
    [Parameter(ParameterSetName = ByServiceFile, Mandatory = true, HelpMessage = "A file of services, as JSON or as PowerShell data (.psd1).")]
    [ValidateNotNullOrEmpty]
    public string? ServiceFile { get; set; }

    /// <summary>The services of the file that are meant. Without it, those that the servers have to do with.</summary>
    [Parameter(ParameterSetName = ByServiceFile, HelpMessage = "The services of the file that are meant.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string[] ServiceName { get; set; } = [];

    /// <summary>What was chosen from the file; null without a file, and before it is read.</summary>
    private protected ServiceChoice? FileChoice { get; private set; }

    private protected object Target => InputObject?.BaseObject ?? VirtualIPAddress;

    private protected void ReadFile()
    {
        if (ServiceFile is not null)
            FileChoice = ServiceChoice.Of(ServiceFiles.Read(this, ServiceFile), ServiceName);
    }

    private protected ServiceChoice ReadServices(string[] balancers, DsrEnvironment? environment) => FileChoice ?? ServiceChoice.Of(Valid(
        () => new DsrService(
            Given(nameof(VirtualIPAddress), VirtualIPAddress).Select(ServiceText.ReadAddress),
            balancers: Given("Balancer", balancers).Select(ServiceText.ReadAddress),
            environment: environment),
        Target));
}
