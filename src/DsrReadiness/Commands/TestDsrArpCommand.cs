using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Tells who on the segment answers for virtual IP addresses, by ARP or neighbour discovery: the balancer alone may.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DsrArp", HelpUri = OnlineHelp.Folder + "Test-DsrArp.md", DefaultParameterSetName = ByAddress)]
[OutputType(typeof(DsrArp))]
public sealed class TestDsrArpCommand : SegmentCmdlet
{
    private static readonly ReadingId[] s_readings = [.. CheckSelection.ReadingsOf(ArpJudge.Explaining)
        .Concat([new ReadingId(NetNeighborClass.Class, CimStore.Active), new ReadingId(NetAdapterClass.Class)]).Distinct()];

    private readonly List<ServiceChoice> _choices = [];
    private readonly SeenSegment _segment = new();

    /// <summary>The balancers' own addresses on the segment, by which their MAC addresses are known.</summary>
    [Parameter(ParameterSetName = ByAddress, ValueFromPipelineByPropertyName = true, HelpMessage = "The balancers' own addresses on the segment.")]
    public string[] Balancer { get; set; } = [];

    /// <summary>Where the servers stand. Without it, that is recognised.</summary>
    [Parameter(ParameterSetName = ByAddress, ValueFromPipelineByPropertyName = true, HelpMessage = "Where the servers stand; recognised if it is not given.")]
    public DsrEnvironment? Environment { get; set; }

    /// <summary>Asks the segment as well, from this computer, or in a lab from its servers.</summary>
    [Parameter(HelpMessage = "Asks the segment as well, from this computer.")]
    public SwitchParameter Active { get; set; }

    /// <summary>How many times is asked.</summary>
    [Parameter(HelpMessage = "How many times is asked.")]
    [ValidateRange(1, 100)]
    public int Count { get; set; } = 3;

    private protected override IReadOnlyList<DsrServer>? DefaultServers => FileChoice is { } choice && choice.Servers.Concat(choice.Witnesses).Any()
        ? [.. choice.Servers.Concat(choice.Witnesses).Distinct(StringComparer.OrdinalIgnoreCase).Select(ServerConnector.Computer)]
        : null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Begin(ReadFile);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Active && _choices.Count > 0 && Servers.All(server => server.Access.Asker is null))
            Start(ServerConnector.ThisComputer(), job => AskAsync(job, _choices, Count));
        base.EndProcessing();
        foreach (DsrService service in Services().ToArray())
        {
            foreach (IPAddress vip in service.VirtualIPAddresses)
                WriteObject(_segment.Judge(service, vip));
        }
    }

    private protected override Func<ServerJob, Task> Prepare()
    {
        ServiceChoice services = ReadServices(Balancer, Environment);
        _choices.Add(services);
        int count = Active ? Count : 0;
        return async job =>
        {
            await _segment.LookAsync(job, s_readings).ConfigureAwait(false);
            if (count > 0 && job.Server.Access.Asker is not null)
                await AskAsync(job, [services], count).ConfigureAwait(false);
        };
    }

    /// <exception cref="FailureException">It cannot be asked from there.</exception>
    private async Task AskAsync(ServerJob job, IReadOnlyCollection<ServiceChoice> choices, int count)
    {
        NeighborAsker asker = job.Server.Access.Asker ?? throw new FailureException(Failures.ProbeNotSupported(job.Server.Name));
        DsrService[] services = [.. choices.SelectMany(choice => choice.Concerning(_segment.Names)).Distinct()];
        foreach (IPAddress address in services.SelectMany(service => service.VirtualIPAddresses.Concat(service.Balancers)).Distinct())
            await _segment.AskAsync(job, asker, address, count).ConfigureAwait(false);
    }

    /// <summary>What is asked, each VIP once: several inputs may have brought the same.</summary>
    private IEnumerable<DsrService> Services() => _choices.SelectMany(choice => choice.Concerning(_segment.Names)).Distinct()
        .GroupBy(service => (service.Name, string.Join(",", service.VirtualIPAddresses), string.Join(",", service.Balancers))).Select(group => group.First());
}
