using System.Collections.Generic;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>What a DNS server says of the server's own name.</summary>
internal sealed class DnsAnswer(CimRow row)
{
    public string Name { get; } = row.Require(DnsAnswerClass.Name);

    public DnsRecordType Type { get; } = row.Require(DnsAnswerClass.Type);

    public Field<IPAddress> Server => row.Get(DnsAnswerClass.Server);

    /// <summary>NULL if no server answered.</summary>
    public Field<DnsStatus> Status => row.Get(DnsAnswerClass.Status);

    public Field<IReadOnlyList<string>> Texts => row.Get(DnsAnswerClass.Addresses);

    public IReadOnlyList<IPAddress> Addresses { get; } = ReadAddresses(row);

    private static List<IPAddress> ReadAddresses(CimRow row)
    {
        var addresses = new List<IPAddress>();
        foreach (string text in row.Get(DnsAnswerClass.Addresses).Or([]))
        {
            addresses.Add(AddressText.TryParse(text, out IPAddress? address)
                ? address
                : throw new MalformedRowException(DnsAnswerClass.Addresses.Name + " holds '" + text + "', which is not an address"));
        }

        return addresses;
    }
}
