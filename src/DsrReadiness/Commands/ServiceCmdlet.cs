using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Completion;
using DsrReadiness.Errors;
using DsrReadiness.Services;

namespace DsrReadiness.Commands;

/// <summary>Base of the commands that are about a service: VIPs, ports and what is around them.</summary>
public abstract class ServiceCmdlet : ServerCmdlet
{
    internal const string ByAlias = "InterfaceAlias";
    internal const string ByIndex = "InterfaceIndex";

    private protected ServiceCmdlet()
    {
    }

    /// <summary>The VIPs of the service.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The virtual IP address, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public virtual string[] VirtualIPAddress { get; set; } = [];

    /// <summary>The ports of the service: 443, tcp/443 or udp/5000-5100. Without any, firewall and listeners are not judged.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "Ports such as 443, tcp/443 or udp/5000-5100.")]
    [ValidateNotNull]
    public string[] Port { get; set; } = [];

    /// <summary>The balancers' own addresses on the server's segment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The balancers' own addresses on the server's segment.")]
    [ValidateNotNull]
    public string[] Balancer { get; set; } = [];

    /// <summary>How the balancer asks whether the server is alive: tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS.")]
    public string? Probe { get; set; }

    /// <summary>Where clients come from, as prefixes; without any, from anywhere.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "Where clients come from, such as 198.51.100.0/24.")]
    [ValidateNotNull]
    public string[] ClientAddress { get; set; } = [];

    /// <summary>The name of the traffic interface, where the balancer's frames arrive. Without it, it is found.</summary>
    [Parameter(ParameterSetName = ByAlias, HelpMessage = "The name of the interface where the balancer's frames arrive.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InterfaceAliasCompleter))]
    public string? InterfaceAlias { get; set; }

    /// <summary>The index of the traffic interface.</summary>
    [Parameter(ParameterSetName = ByIndex, Mandatory = true, HelpMessage = "The index of the interface where the balancer's frames arrive.")]
    [ArgumentCompleter(typeof(InterfaceIndexCompleter))]
    public uint InterfaceIndex { get; set; }

    /// <summary>The traffic interface, from an earlier result: a parameter of its own, because a piped loopback's alias must not mean it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? TrafficInterface { get; set; }

    /// <summary>Where the server stands. Without it, that is recognised.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "Where the server stands; recognised if it is not given.")]
    public DsrEnvironment? Environment { get; set; }

    /// <summary>The service that the parameters describe.</summary>
    /// <exception cref="FailureException">They describe no possible one.</exception>
    private protected DsrService ReadService()
    {
        try
        {
            return new DsrService(
                ServiceText.Given(VirtualIPAddress).Select(ServiceText.ReadAddress),
                ServiceText.Given(Port).Select(ServicePort.Parse),
                ServiceText.Given(Balancer).Select(ServiceText.ReadAddress),
                string.IsNullOrEmpty(Probe) ? null : Services.Probe.Parse(Probe!),
                ServiceText.Given(ClientAddress).Select(ServiceText.ReadPrefix),
                GivenTrafficInterface(),
                Environment);
        }
        catch (ServiceDefinitionException e)
        {
            throw new FailureException(Failures.ServiceNotPossible(e, InputObject?.BaseObject ?? VirtualIPAddress));
        }
    }

    private string? GivenTrafficInterface()
    {
        if (ParameterSetName == ByIndex)
            return InterfaceIndex.ToString(CultureInfo.InvariantCulture);
        return InterfaceAlias ?? (string.IsNullOrEmpty(TrafficInterface) ? null : TrafficInterface);
    }
}
