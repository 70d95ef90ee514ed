using System.Net;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>What a DNS server is asked.</summary>
internal sealed record DnsQuestion(string Name, DnsRecordType Type, IPAddress Server);
