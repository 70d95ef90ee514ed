using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Connections;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Lab;

/// <summary>
/// Packets on a lab segment: they go where the asker's routes lead, and are answered as the path through the server says. So it tries flow, time and words; that a packet agrees with the path proves
/// nothing here.
/// </summary>
/// <param name="asker">Who asks.</param>
internal sealed class LabSockets(LabServer asker) : IConnectionSockets
{
    private static readonly TimeSpan s_way = TimeSpan.FromMilliseconds(2);

    public async Task<Observation> AskAsync(Question question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LabServer? server = asker.Segment?.Find(NextHop(question.Address));
        Reply reply = server is null ? Reply.Silent : await ReplyOfAsync(server, question).ConfigureAwait(false);
        if (question.IsLeased && server is not null)
            await Task.Delay(server.Behaviour.AnswersAfter, cancellationToken).ConfigureAwait(false);
        TimeSpan elapsed = reply == Reply.Silent ? question.Timeout : s_way;
        await asker.Clock.DelayAsync(elapsed, cancellationToken).ConfigureAwait(false);
        var seen = new Observation(reply, elapsed);
        return reply != Reply.Answered || question.Port.Protocol != ConnectionProtocol.Tcp ? seen : seen with
        {
            Tls = question.Talk.Tls ? new TlsFacts("TLS 1.3", Certificate(question.Talk.HostName ?? server!.ComputerName), null) : null,
            Status = question.Talk.Path is null ? null : server!.Behaviour.HttpStatus,
        };
    }

    /// <summary>A route to the address alone, or the address itself.</summary>
    private IPAddress NextHop(IPAddress address)
    {
        string prefix = IPPrefix.OfHost(address).ToString();
        CimReading routes = asker.Backdoor.Read(new CimQuery(NetRouteClass.Class, CimStore.Active, new CimCondition(NetRouteClass.DestinationPrefix, prefix)));
        return (routes.Rows ?? []).Select(row => row.Get(NetRouteClass.NextHop).TryGet(out IPAddress hop) ? hop : null).FirstOrDefault(hop => hop is not null) ?? address;
    }

    private async Task<Reply> ReplyOfAsync(LabServer server, Question question)
    {
        if (server.Behaviour.IgnoresPackets && question.IsLeased)
            return Reply.Silent;
        Snapshot snapshot = await SnapshotCollector.CollectAsync(new Eye(server), server.Clock, null, "DsrReadiness lab", CancellationToken.None).ConfigureAwait(false);
        IPAddress client = asker.Addresses().First(each => each.Address.Family() == question.Address.Family()).Address;
        var service = new DsrService([question.Address]);
        PathTrace trace = new PathTracer(new HostView(snapshot), service).Trace(PacketOf(question, client));
        return trace.Hops.FirstOrDefault(hop => hop.Outcome == HopOutcome.Dropped) switch
        {
            null => Reply.Answered,
            { Kind: HopKind.Destination } when Forwards(snapshot) => Reply.Unreachable,
            { Kind: HopKind.Listener } when question.Port.Protocol == ConnectionProtocol.Tcp && IsFirewallOff(snapshot) => Reply.Refused,
            { Kind: HopKind.Source } => Reply.WrongSource,
            _ => Reply.Silent,
        };
    }

    private static PathPacket PacketOf(Question question, IPAddress client) => question.Port.Protocol switch
    {
        ConnectionProtocol.Tcp => new PathPacket(question.Address, client, TransportProtocol.Tcp, question.Port.Number),
        ConnectionProtocol.Udp => new PathPacket(question.Address, client, TransportProtocol.Udp, question.Port.Number),
        _ => new PathPacket(question.Address, client, TransportProtocol.Icmp, null),
    };

    private static bool Forwards(Snapshot snapshot) => (snapshot.IPInterfaces(CimStore.Active).Rows ?? []).Any(row => row.Forwarding.Is(Toggle.Enabled));

    private static bool IsFirewallOff(Snapshot snapshot) => (snapshot.FirewallProfiles.Rows ?? []).All(row => row.Enabled.Is(GpoBoolean.False));

    private CertificateFacts Certificate(string name) =>
        new("CN=" + name, [name], "CN=Lab authority", asker.Clock.UtcNow.AddDays(-30), asker.Clock.UtcNow.AddDays(300), IsNameWrong: false, []);

    /// <summary>Sees what is so, and is not seen.</summary>
    private sealed class Eye(LabServer server) : ICimReader
    {
        public string ComputerName => server.ComputerName;

        public Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken) => Task.FromResult(server.Backdoor.Read(query));
    }
}
