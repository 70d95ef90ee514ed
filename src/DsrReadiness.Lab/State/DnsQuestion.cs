using System.Net;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>What a DNS server is asked.</summary>
internal sealed class DnsQuestion(string name, DnsRecordType type, IPAddress server)
{
    public string Name { get; } = name;

    public DnsRecordType Type { get; } = type;

    public IPAddress Server { get; } = server;
}
