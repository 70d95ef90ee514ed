using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Completion;
using DsrReadiness.Errors;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Commands;

/// <summary>Base of the commands that are about a service: VIPs, ports and what is around them.</summary>
public abstract class ServiceCmdlet : ServerCmdlet
{
    internal const string ByAlias = "InterfaceAlias";
    internal const string ByIndex = "InterfaceIndex";
    internal const string ByServiceFile = "ServiceFile";

    private ServiceChoice? _fileChoice;

    private protected ServiceCmdlet()
    {
    }

    /// <summary>The VIPs of the service.</summary>
    [Parameter(ParameterSetName = ByAlias, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The virtual IP address, such as 192.0.2.10.")]
    [Parameter(ParameterSetName = ByIndex, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, HelpMessage = "The virtual IP address, such as 192.0.2.10.")]
    [Alias("VIP")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VirtualIPAddressCompleter))]
    public virtual string[] VirtualIPAddress { get; set; } = [];

    /// <summary>The ports of the service: 443, tcp/443 or udp/5000-5100. Without any, firewall and listeners are not judged.</summary>
    [Parameter(ParameterSetName = ByAlias, ValueFromPipelineByPropertyName = true, HelpMessage = "Ports such as 443, tcp/443 or udp/5000-5100.")]
    [Parameter(ParameterSetName = ByIndex, ValueFromPipelineByPropertyName = true, HelpMessage = "Ports such as 443, tcp/443 or udp/5000-5100.")]
    public string[] Port { get; set; } = [];

    /// <summary>The balancers' own addresses on the server's segment.</summary>
    [Parameter(ParameterSetName = ByAlias, ValueFromPipelineByPropertyName = true, HelpMessage = "The balancers' own addresses on the server's segment.")]
    [Parameter(ParameterSetName = ByIndex, ValueFromPipelineByPropertyName = true, HelpMessage = "The balancers' own addresses on the server's segment.")]
    public string[] Balancer { get; set; } = [];

    /// <summary>How the balancer asks whether the server is alive: tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS.</summary>
    [Parameter(ParameterSetName = ByAlias, ValueFromPipelineByPropertyName = true, HelpMessage = "tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS.")]
    [Parameter(ParameterSetName = ByIndex, ValueFromPipelineByPropertyName = true, HelpMessage = "tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS.")]
    public string? Probe { get; set; }

    /// <summary>Where clients come from, as prefixes; without any, from anywhere.</summary>
    [Parameter(ParameterSetName = ByAlias, ValueFromPipelineByPropertyName = true, HelpMessage = "Where clients come from, such as 198.51.100.0/24.")]
    [Parameter(ParameterSetName = ByIndex, ValueFromPipelineByPropertyName = true, HelpMessage = "Where clients come from, such as 198.51.100.0/24.")]
    public string[] ClientAddress { get; set; } = [];

    /// <summary>The name of the traffic interface, where the balancer's frames arrive. Without it, it is found.</summary>
    [Parameter(ParameterSetName = ByAlias, HelpMessage = "The name of the interface where the balancer's frames arrive.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InterfaceAliasCompleter))]
    [Alias("ifAlias")]
    public string? InterfaceAlias { get; set; }

    /// <summary>The index of the traffic interface.</summary>
    [Parameter(ParameterSetName = ByIndex, Mandatory = true, HelpMessage = "The index of the interface where the balancer's frames arrive.")]
    [ArgumentCompleter(typeof(InterfaceIndexCompleter))]
    [Alias("ifIndex")]
    public uint InterfaceIndex { get; set; }

    /// <summary>Where the server stands. Without it, that is recognised.</summary>
    [Parameter(ParameterSetName = ByAlias, ValueFromPipelineByPropertyName = true, HelpMessage = "Where the server stands; recognised if it is not given.")]
    [Parameter(ParameterSetName = ByIndex, ValueFromPipelineByPropertyName = true, HelpMessage = "Where the server stands; recognised if it is not given.")]
    public DsrEnvironment? Environment { get; set; }

    /// <summary>From which address a UDP socket that is bound to every address answers. Without it, that is not known.</summary>
    [Parameter(ParameterSetName = ByAlias, ValueFromPipelineByPropertyName = true, HelpMessage = "Where a UDP socket bound to every address answers from: FromVip, FromServer or None.")]
    [Parameter(ParameterSetName = ByIndex, ValueFromPipelineByPropertyName = true, HelpMessage = "Where a UDP socket bound to every address answers from: FromVip, FromServer or None.")]
    public DsrUdpAnswer? UdpAnswer { get; set; }

    /// <summary>A file of services, in place of a description.</summary>
    [Parameter(ParameterSetName = ByServiceFile, Mandatory = true, HelpMessage = "A file of services, as JSON or as PowerShell data (.psd1).")]
    [ValidateNotNullOrEmpty]
    public string? ServiceFile { get; set; }

    /// <summary>The services of the file that are meant. Without it, those that name the server.</summary>
    [Parameter(ParameterSetName = ByServiceFile, HelpMessage = "The services of the file that are meant; without it, those that name the server.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string[] ServiceName { get; set; } = [];

    /// <summary>True for a command that by itself turns to all servers of a service file.</summary>
    private protected virtual bool TurnsToServersOfFile => false;

    private protected override IReadOnlyList<DsrServer>? DefaultServers =>
        TurnsToServersOfFile && _fileChoice is { Servers.Count: > 0 } choice ? choice.Servers.Select(ServerConnector.Computer).ToArray() : null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (ParameterSetName != ByServiceFile && !MyInvocation.BoundParameters.ContainsKey(nameof(ServiceFile)))
            return;
        Begin(() => _fileChoice = ServiceChoice.Of(ServiceFiles.Read(this, ServiceFile!), ServiceName));
    }

    /// <summary>What the parameters ask of servers.</summary>
    /// <exception cref="FailureException">They describe no possible service.</exception>
    private protected ServiceChoice ReadServices() => _fileChoice ?? ServiceChoice.Of(ReadService());

    /// <summary>The services that are asked of a server.</summary>
    /// <exception cref="FailureException">There are none.</exception>
    private protected static IReadOnlyList<AskedService> AskedOf(ServiceChoice services, DsrServer server, Snapshot snapshot)
    {
        IReadOnlyList<AskedService> asked = services.For(snapshot.ComputerName);
        return asked.Count > 0 || services.IsWitness(snapshot.ComputerName)
            ? asked
            : throw new FailureException(Failures.ServerNotInServiceFile(server, services.WhyNone(SafeText.Of(snapshot.ComputerName))));
    }

    private DsrService ReadService() => Valid(
        () => new DsrService(
            Given(nameof(VirtualIPAddress), VirtualIPAddress).Select(ServiceText.ReadAddress),
            Given(nameof(Port), Port).Select(ServicePort.Parse),
            Given(nameof(Balancer), Balancer).Select(ServiceText.ReadAddress),
            Given(nameof(Probe), Probe).Select(Services.Probe.Parse).SingleOrDefault(),
            Given(nameof(ClientAddress), ClientAddress).Select(ServiceText.ReadPrefix),
            TrafficInterface(InterfaceIndex, InterfaceAlias),
            Environment,
            udpAnswer: UdpAnswer),
        InputObject?.BaseObject ?? VirtualIPAddress);
}
