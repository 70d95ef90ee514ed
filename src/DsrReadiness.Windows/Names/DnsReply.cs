using System.Collections.Generic;
using System.Net;

namespace DsrReadiness.Windows.Names;

/// <summary>What a DNS server answered.</summary>
/// <param name="status">Its response code.</param>
/// <param name="addresses">The addresses of the asked type.</param>
internal sealed class DnsReply(int status, IReadOnlyList<IPAddress> addresses)
{
    public int Status { get; } = status;

    public IReadOnlyList<IPAddress> Addresses { get; } = addresses;
}
