using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Completion;
using DsrReadiness.Connections;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Sends servers real packets for virtual IP addresses, as a balancer does, one server after the other, and tells what answered.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DsrConnection", HelpUri = OnlineHelp.Folder + "Test-DsrConnection.md", SupportsShouldProcess = true, DefaultParameterSetName = ByAddress)]
[OutputType(typeof(DsrConnection))]
public sealed class TestDsrConnectionCommand : SegmentCmdlet
{
    private const int DefaultTimeout = 3;
    private const int LongestTimeout = 60;

    private readonly AskedServers _asked = new();
    private PacketQuestion _question = new(new ConnectionTalk(), null, TimeSpan.FromSeconds(DefaultTimeout), false);

    /// <summary>What is asked: 443, tcp/443, udp/53 or icmp.</summary>
    [Parameter(ParameterSetName = ByAddress, ValueFromPipelineByPropertyName = true, HelpMessage = "What is asked, such as 443, tcp/443, udp/53 or icmp.")]
    public string[] Port { get; set; } = [];

    /// <summary>The balancers' own addresses on the segment, by which their MAC addresses are known.</summary>
    [Parameter(ParameterSetName = ByAddress, ValueFromPipelineByPropertyName = true, HelpMessage = "The balancers' own addresses on the segment.")]
    public string[] Balancer { get; set; } = [];

    /// <summary>Where the servers stand: in a cloud nothing is sent.</summary>
    [Parameter(ParameterSetName = ByAddress, ValueFromPipelineByPropertyName = true, HelpMessage = "Where the servers stand.")]
    public DsrEnvironment? Environment { get; set; }

    /// <summary>Shakes hands by TLS on TCP ports.</summary>
    [Parameter(HelpMessage = "Shakes hands by TLS on TCP ports.")]
    public SwitchParameter Tls { get; set; }

    /// <summary>The name that clients use: for SNI, for the certificate, and for HTTP.</summary>
    [Parameter(HelpMessage = "The name that clients use, such as www.example.com.")]
    [ValidateNotNullOrEmpty]
    public string? HostName { get; set; }

    /// <summary>Takes any certificate.</summary>
    [Parameter(HelpMessage = "Takes any certificate.")]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>The path of an HTTP request on TCP ports.</summary>
    [Parameter(HelpMessage = "The path of an HTTP request, such as /health.")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The HTTP status that the request must give. Without it, any from 200 to 399.</summary>
    [Parameter(HelpMessage = "The HTTP status that the request must give.")]
    [ValidateRange(100, 599)]
    public int? ExpectedStatus { get; set; }

    /// <summary>What datagrams hold: dns, ntp, snmp, snmp:COMMUNITY, radius, radius:SECRET, text:WORDS, or hexadecimal digits. Without it, what is usual on the port.</summary>
    [Parameter(HelpMessage = "What datagrams hold: dns, ntp, snmp, radius, text:WORDS, or hexadecimal digits.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PayloadCompleter))]
    public string? Payload { get; set; }

    /// <summary>How many seconds an answer may take: connecting, handshake and response each.</summary>
    [Parameter(HelpMessage = "How many seconds an answer may take.")]
    [ValidateRange(0.1, LongestTimeout)]
    public double TimeoutSec { get; set; } = DefaultTimeout;

    /// <summary>Snapshots of the servers, or servers to be read now: the result says where packet and checks disagree.</summary>
    [Parameter(HelpMessage = "Snapshots of the servers from Import-DsrSnapshot, or servers to be read now.")]
    [ValidateNotNullOrEmpty]
    [DsrServerTransformation]
    public DsrServer[] Snapshot { get; set; } = [];

    /// <summary>Asks although this computer has connections to the VIP, which a route would divert.</summary>
    [Parameter(HelpMessage = "Asks although this computer has connections to the VIP.")]
    public SwitchParameter Force { get; set; }

    private protected override bool AsksUser => true;

    private protected override IReadOnlyList<DsrServer>? DefaultServers =>
        FileChoice is { Servers.Count: > 0 } choice ? [.. choice.Servers.Select(ServerConnector.Computer)] : null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Begin(() =>
        {
            if ((MyInvocation.ExpectingInput ? Server : Server ?? []) is { } servers && !servers.Any(each => each.Kind == DsrServerKind.Lab) && new LocalOrigin().WhyNot() is { } failure)
                throw new FailureException(failure);
            _question = PacketQuestion.Read(this);
            ReadFile();
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var work = new PacketRun(_asked, [.. Servers], _question, Snapshot, ThrottleLimit, IsWhatIf);
        StartAfterAll(ServerConnector.ThisComputer(), work.RunAsync);
        base.EndProcessing();
    }

    private protected override Func<ServerJob, Task> Prepare()
    {
        ServiceChoice services = ReadServices(Balancer, Environment);
        ConnectionPort[]? ports = FileChoice is null ? ReadPorts() : null;
        bool isJudged = InputObject?.BaseObject is DsrVerdict;
        return async job =>
        {
            if (job.Server.Kind == DsrServerKind.ThisComputer)
                throw new FailureException(Failures.ServerAsksItself(job.Server));
            Snapshot? snapshot = isJudged || job.Server.Kind is not DsrServerKind.Computer ? await PacketRun.ReadAsync(job, job.Server).ConfigureAwait(false) : null;
            if (snapshot is not null)
                _asked.Add(snapshot);
            IReadOnlyList<AskedService> asked = services.For(snapshot?.ComputerName ?? job.Server.Name);
            if (asked.Count == 0)
                throw new FailureException(Failures.ServerNotInServiceFile(job.Server, services.WhyNone(job.Server.Name)));
            foreach (DsrService service in asked.Select(each => each.Service))
            {
                ConnectionPort[] wanted = ports ?? [.. service.Ports.Select(ConnectionPort.Of)];
                _question.Check(wanted, job.Server);
                _asked.Add(job.Server, await AskedServers.FindAsync(job, snapshot, service.VirtualIPAddresses).ConfigureAwait(false), service, wanted);
            }
        };
    }

    private ConnectionPort[] ReadPorts() =>
        Valid(() => Given(nameof(Port), Port).Select(ConnectionPort.Parse).Distinct().ToArray(), Target);
}
