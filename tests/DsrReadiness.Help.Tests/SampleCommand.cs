using System;
using System.Management.Automation;

namespace DsrReadiness.Help.Tests;

/// <summary>A cmdlet with one of everything.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Sample", SupportsShouldProcess = true, DefaultParameterSetName = "ByName")]
[OutputType(typeof(Version), typeof(bool))]
public sealed class SampleCommand : SampleBase
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("Title")]
    [SupportsWildcards]
    public string[] Name { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "ById")]
    public uint Id { get; set; }

    [Parameter]
    public DayOfWeek? Day { get; set; }

    [Parameter]
    public string[] Port { get; set; } = ["tcp/443", "udp/53"];

    [Parameter]
    public SwitchParameter Quiet { get; set; }
}
