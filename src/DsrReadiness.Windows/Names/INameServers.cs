using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Names;

/// <summary>DNS servers, asked over the wire: Windows answers for its own name itself, with every address that it has.</summary>
internal interface INameServers
{
    /// <summary>True if a DNS server's own loopback address means the server that is judged: on that server itself, and not from elsewhere.</summary>
    bool ReachesLoopback { get; }

    /// <summary>Asks one server; null if there was no usable answer.</summary>
    Task<DnsReply?> AskAsync(string name, DnsRecordType type, IPAddress server, CancellationToken cancellationToken);
}
