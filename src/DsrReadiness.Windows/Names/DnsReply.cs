using System.Collections.Generic;
using System.Net;

namespace DsrReadiness.Windows.Names;

/// <summary>What a DNS server answered.</summary>
/// <param name="Status">Its response code.</param>
/// <param name="Addresses">The addresses of the asked type.</param>
internal sealed record DnsReply(int Status, IReadOnlyList<IPAddress> Addresses);
