using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Lab;
using DsrReadiness.Output;
using DsrReadiness.Services;

namespace DsrReadiness.Commands;

/// <summary>Makes simulated servers, to try, to teach and to test runbooks without Windows.</summary>
[Cmdlet(VerbsCommon.New, "DsrLab", HelpUri = OnlineHelp.Folder + "New-DsrLab.md", DefaultParameterSetName = ByCount)]
[OutputType(typeof(DsrLab))]
public sealed class NewDsrLabCommand : PSCmdlet
{
    internal const string ByCount = "Count";
    internal const string ByName = "ComputerName";

    /// <summary>The names of the servers.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName, HelpMessage = "The names of the servers.")]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = [];

    /// <summary>How many servers; they are named LAB01, LAB02 and so on.</summary>
    [Parameter(ParameterSetName = ByCount, HelpMessage = "How many servers.")]
    [ValidateRange(1, LabShapes.LargestPool)]
    public int Count { get; set; } = 1;

    /// <summary>How far the servers have been prepared: all of them, or each in turn, where the last counts for the rest.</summary>
    [Parameter(HelpMessage = "How far the servers have been prepared: all of them, or each in turn.")]
    [ValidateNotNullOrEmpty]
    public LabShape[] Shape { get; set; } = [LabShape.Clean];

    /// <summary>The VIPs that they are prepared for.</summary>
    [Parameter(HelpMessage = "The VIPs that they are prepared for, such as 192.0.2.10.")]
    [ValidateNotNullOrEmpty]
    public string[] VirtualIPAddress { get; set; } = ["192.0.2.10"];

    /// <summary>The ports that they listen on, and are prepared for.</summary>
    [Parameter(HelpMessage = "The ports that they listen on, and are prepared for.")]
    [ValidateNotNull]
    public string[] Port { get; set; } = ["tcp/443"];

    /// <summary>The release of Windows.</summary>
    [Parameter(HelpMessage = "The release of Windows.")]
    public LabRelease Release { get; set; } = LabRelease.Server2019;

    /// <summary>Makes servers that count as other computers: devices cannot be made or removed from here.</summary>
    [Parameter(HelpMessage = "Simulates remote computers.")]
    public SwitchParameter Remote { get; set; }

    /// <summary>Makes servers that the caller may look at and not change.</summary>
    [Parameter(HelpMessage = "Makes servers that the caller may not change.")]
    public SwitchParameter NotElevated { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => LoadedVersion.Check(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[] names = ParameterSetName == ByName
            ? ComputerName
            : [.. Enumerable.Range(1, Count).Select(number => "LAB" + number.ToString("00", CultureInfo.InvariantCulture))];
        try
        {
            var service = new DsrService(VirtualIPAddress.Select(ServiceText.ReadAddress), Port.Select(ServicePort.Parse));
            LabSegment segment = LabShapes.NewSegment(service);

            // All are on the segment before the first is handed on and looked at.
            DsrLab[] labs = [.. names.Select((name, i) => Make(name, i + 1, Shape[Math.Min(i, Shape.Length - 1)], service, segment)).OfType<DsrLab>()];
            foreach (DsrLab lab in labs)
                WriteObject(lab);
        }
        catch (ServiceDefinitionException e)
        {
            ThrowTerminatingError(Failures.InvalidService(e, VirtualIPAddress).ToRecord());
        }
    }

    private DsrLab? Make(string name, int number, LabShape shape, DsrService service, LabSegment segment)
    {
        if (Servers.ComputerName.WhyNot(name) is { } problem)
        {
            WriteError(Failures.InvalidComputerName(name, problem).ToRecord());
            return null;
        }

        LabServer simulation = LabShapes.Describe(name, number, shape, service).Windows(LabWindows.Of(Release.ToString())).Segment(segment).Build();
        simulation.IsElevated = !NotElevated;
        return new DsrLab(
            simulation,
            Remote,
            shape,
            service.VirtualIPAddresses.Select(address => address.ToString()).ToArray(),
            service.Ports.Select(port => port.ToString()).ToArray());
    }
}
