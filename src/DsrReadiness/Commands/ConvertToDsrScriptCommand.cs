using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Completion;
using DsrReadiness.Desired;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Commands;

/// <summary>Writes a plan, or a service on a server that nothing is known of, as a script for a release of Windows. Nothing is changed.</summary>
[Cmdlet(VerbsData.ConvertTo, "DsrScript", HelpUri = OnlineHelp.Folder + "ConvertTo-DsrScript.md", DefaultParameterSetName = ByPlan)]
[OutputType(typeof(string))]
public sealed class ConvertToDsrScriptCommand : PSCmdlet
{
    internal const string ByPlan = "Plan";
    internal const string ByAlias = "InterfaceAlias";
    internal const string ByIndex = "InterfaceIndex";
    internal const string ByServiceFile = "ServiceFile";

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByPlan, HelpMessage = "A plan, from Get-DsrPlan.")]
    [LivingPlan]
    public DsrPlan? Plan { get; set; }

    /// <summary>The VIPs of the service.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByAlias, HelpMessage = "The virtual IP address, such as 192.0.2.10.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByIndex, HelpMessage = "The virtual IP address, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    public string[] VirtualIPAddress { get; set; } = [];

    /// <summary>The release of Windows; for a plan, by default one that has the network cmdlets.</summary>
    [Parameter(ParameterSetName = ByPlan, HelpMessage = "The release of Windows, such as Server2008R2.")]
    [Parameter(Mandatory = true, ParameterSetName = ByAlias, HelpMessage = "The release of Windows, such as Server2008R2.")]
    [Parameter(Mandatory = true, ParameterSetName = ByIndex, HelpMessage = "The release of Windows, such as Server2008R2.")]
    [Parameter(Mandatory = true, ParameterSetName = ByServiceFile, HelpMessage = "The release of Windows, such as Server2008R2.")]
    public ScriptRelease For { get; set; } = ScriptRelease.Server2012;

    /// <summary>The language. Without it, PowerShell where the release has the network cmdlets, else a batch file.</summary>
    [Parameter(HelpMessage = "Cmd, PowerShell or Module.")]
    public ScriptLanguage? Language { get; set; }

    /// <summary>What the script is for.</summary>
    [Parameter(HelpMessage = "Change, Undo or Verify.")]
    public ScriptPart Part { get; set; }

    /// <summary>The ports of the service.</summary>
    [Parameter(ParameterSetName = ByAlias, HelpMessage = "Ports such as 443, tcp/443 or udp/5000-5100.")]
    [Parameter(ParameterSetName = ByIndex, HelpMessage = "Ports such as 443, tcp/443 or udp/5000-5100.")]
    [ValidateNotNull]
    public string[] Port { get; set; } = [];

    /// <summary>The balancers' own addresses.</summary>
    [Parameter(ParameterSetName = ByAlias, HelpMessage = "The balancers' own addresses on the server's segment.")]
    [Parameter(ParameterSetName = ByIndex, HelpMessage = "The balancers' own addresses on the server's segment.")]
    [ValidateNotNull]
    public string[] Balancer { get; set; } = [];

    /// <summary>The balancer's probe.</summary>
    [Parameter(ParameterSetName = ByAlias, HelpMessage = "tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS.")]
    [Parameter(ParameterSetName = ByIndex, HelpMessage = "tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS.")]
    public string? Probe { get; set; }

    /// <summary>Where clients come from, as prefixes; without any, from anywhere.</summary>
    [Parameter(ParameterSetName = ByAlias, HelpMessage = "Where clients come from, such as 198.51.100.0/24.")]
    [Parameter(ParameterSetName = ByIndex, HelpMessage = "Where clients come from, such as 198.51.100.0/24.")]
    [ValidateNotNull]
    public string[] ClientAddress { get; set; } = [];

    /// <summary>The name of the traffic interface.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAlias, HelpMessage = "The name of the interface where the balancer's frames arrive.")]
    [ValidateNotNullOrEmpty]
    [Alias("ifAlias")]
    public string InterfaceAlias { get; set; } = string.Empty;

    /// <summary>The name of the loopback adapter, or the one that it will have.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAlias, HelpMessage = "The name of the loopback adapter.")]
    [Parameter(Mandatory = true, ParameterSetName = ByServiceFile, HelpMessage = "The name of the loopback adapter.")]
    [ValidateNotNullOrEmpty]
    public string LoopbackAlias { get; set; } = string.Empty;

    /// <summary>The index of the traffic interface.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByIndex, HelpMessage = "The index of the interface where the balancer's frames arrive.")]
    [ValidateRange(1u, uint.MaxValue)]
    [Alias("ifIndex")]
    public uint InterfaceIndex { get; set; }

    /// <summary>The index of the loopback adapter.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByIndex, HelpMessage = "The index of the loopback adapter.")]
    [ValidateRange(1u, uint.MaxValue)]
    public uint LoopbackIndex { get; set; }

    /// <summary>The prefix length of the traffic interface's subnet, for releases whose tools take no single host.</summary>
    [Parameter(ParameterSetName = ByAlias, HelpMessage = "The prefix length of the traffic interface's subnet, such as 24.")]
    [Parameter(ParameterSetName = ByIndex, HelpMessage = "The prefix length of the traffic interface's subnet, such as 24.")]
    [Parameter(ParameterSetName = ByServiceFile, HelpMessage = "The prefix length of the traffic interface's subnet, such as 24.")]
    [ValidateRange(1, 31)]
    public int? PrefixLength { get; set; }

    /// <summary>A file of services, in place of a description.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByServiceFile, HelpMessage = "A file of services, as JSON or as PowerShell data (.psd1).")]
    [ValidateNotNullOrEmpty]
    public string? ServiceFile { get; set; }

    /// <summary>The service of the file that is meant. A script is for one: without it, the file has to have one alone.</summary>
    [Parameter(ParameterSetName = ByServiceFile, HelpMessage = "The service of the file that is meant.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string? ServiceName { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => LoadedVersion.Check(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object target = Plan ?? ServiceFile ?? (object)VirtualIPAddress;
        try
        {
            WriteObject(ScriptMaker.Make(new ScriptRequest
            {
                Release = For,
                Language = Language,
                Part = Part,
                Service = Plan?.Plan.Service ?? (ServiceFile is null ? ReadService() : ReadService(ServiceFile)),
                Loopback = Plan is not null ? null : Given(LoopbackAlias, LoopbackIndex),
                PrefixLength = PrefixLength,
                Plan = Plan?.Plan,
            }));
        }
        catch (FailureException e)
        {
            WriteError(e.Failure.ToRecord());
        }
        catch (ServiceFileException e)
        {
            WriteError(Failures.ServiceNotFound(e).ToRecord());
        }
        catch (ServiceDefinitionException e)
        {
            WriteError(Failures.InvalidService(e, target).ToRecord());
        }
        catch (ScriptRefusedException e)
        {
            WriteError(Failures.ScriptRefused(e, target).ToRecord());
        }
    }

    private DsrService ReadService(string file) => ServiceChoice.Of(ServiceFiles.Read(this, file), ServiceName is null ? [] : [ServiceName]).Single();

    private DsrService ReadService() => new(
        Given(nameof(VirtualIPAddress), VirtualIPAddress).Select(ServiceText.ReadAddress),
        Given(nameof(Port), Port).Select(ServicePort.Parse),
        Given(nameof(Balancer), Balancer).Select(ServiceText.ReadAddress),
        Probe is null ? null : Services.Probe.Parse(Given(nameof(Probe), Probe).Single()),
        Given(nameof(ClientAddress), ClientAddress).Select(ServiceText.ReadPrefix),
        Given(InterfaceAlias, InterfaceIndex));

    /// <exception cref="FailureException">One is blank: it may be an undefined variable.</exception>
    private static string[] Given(string parameter, params string[] values) =>
        values.Any(string.IsNullOrWhiteSpace) ? throw new FailureException(Failures.ValueIsBlank(parameter, parameter)) : values;

    /// <summary>A name of digits would be taken for an index further on.</summary>
    private static string Given(string alias, uint index)
    {
        if (index > 0)
            return index.ToString(CultureInfo.InvariantCulture);
        return alias.All(char.IsDigit)
            ? throw new ScriptRefusedException($"'{alias}' would be taken for an index.", "Give -InterfaceIndex and -LoopbackIndex.")
            : alias;
    }
}
