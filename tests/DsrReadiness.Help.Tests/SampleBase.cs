using System.Management.Automation;

namespace DsrReadiness.Help.Tests;

public abstract class SampleBase : PSCmdlet
{
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Server { get; set; }

    [Parameter]
    public int ThrottleLimit { get; set; } = 32;

    [Parameter(DontShow = true)]
    public string? Hidden { get; set; }
}
