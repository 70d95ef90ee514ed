using System.Collections.Generic;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>
/// What a DNS server that the server is set to says of the server's own name: a row for A and one for AAAA; of a domain controller then the same for the name of its domain. It must be asked over the wire: Windows answers for its own name
/// itself, with every address that it has. The first configured server that answers is the one; no row at all means that there was no name or no server to ask.
/// </summary>
public static class DnsAnswerClass
{
    private static readonly CimClassBuilder s_class = new("dsr", "DnsAnswer", CimEvidence.Own, since: WindowsRelease.Server2008);

    /// <summary>The name asked for: the DNS host name with the primary DNS suffix; or the domain that the server is a controller of.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.HostName, key: true);

    /// <summary>A or AAAA.</summary>
    public static readonly CimProperty<DnsRecordType> Type = s_class.Enum<DnsRecordType>("Type", CimType.UInt16);

    /// <summary>The DNS server asked.</summary>
    public static readonly CimProperty<IPAddress> Server = s_class.Address("Server");

    /// <summary>The response code; NULL if no server answered.</summary>
    public static readonly CimProperty<DnsStatus> Status = s_class.Enum<DnsStatus>("Status", CimType.UInt16);

    /// <summary>The addresses of the asked type in the answer, whatever names lead to them; NULL if no server answered.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> Addresses = s_class.Strings("Addresses", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

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
