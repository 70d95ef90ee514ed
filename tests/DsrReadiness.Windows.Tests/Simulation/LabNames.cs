using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab;
using DsrReadiness.Windows.Names;

namespace DsrReadiness.Windows.Tests.Simulation;

/// <summary>The DNS servers of a lab server's network.</summary>
internal sealed class LabNames(LabServer lab) : INameServers
{
    public bool ReachesLoopback => true;

    public async Task<DnsReply?> AskAsync(string name, DnsRecordType type, IPAddress server, CancellationToken cancellationToken)
    {
        CimReading reading = await lab.ReadAsync(new CimQuery(DnsAnswerClass.Class), cancellationToken);
        CimRow? row = reading.Rows!.SingleOrDefault(each => each.Get(DnsAnswerClass.Type).Is(type) && each.Get(DnsAnswerClass.Name).Is(name));
        if (row is null || !row.Get(DnsAnswerClass.Status).TryGet(out DnsStatus status) || !row.Get(DnsAnswerClass.Server).Is(server))
            return null;
        return new DnsReply((int)status, [.. row.Get(DnsAnswerClass.Addresses).Or([]).Select(IPAddress.Parse)]);
    }
}
