using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Host;

/// <summary>What a DNS server says of the server: under its own name, which is asked for first, and of a domain controller under the name of its domain.</summary>
internal sealed class PublishedNames
{
    public PublishedNames(IReadOnlyList<DnsAnswer> answers)
    {
        ILookup<bool, DnsAnswer> byName = answers.ToLookup(each => string.Equals(each.Name, answers[0].Name, StringComparison.OrdinalIgnoreCase));
        OfServer = [.. byName[true]];
        OfDomain = [.. byName[false]];
    }

    /// <summary>The answers for the server's own name.</summary>
    public IReadOnlyList<DnsAnswer> OfServer { get; }

    /// <summary>The answers for the name of its domain.</summary>
    public IReadOnlyList<DnsAnswer> OfDomain { get; }

    /// <summary>The type of the records that hold addresses of a family.</summary>
    public static DnsRecordType TypeOf(IPFamily family) => family == IPFamily.IPv4 ? DnsRecordType.A : DnsRecordType.Aaaa;

    /// <summary>The first answer with a VIP in it, or null.</summary>
    public static DnsAnswer? WithVip(IEnumerable<DnsAnswer> answers, DsrService service) =>
        answers.FirstOrDefault(each => each.Addresses.Any(service.VirtualIPAddresses.Contains));

    /// <summary>True if DNS has addresses under that name, and no VIP, for every family that a VIP has.</summary>
    public static bool AreWithoutVip(IReadOnlyList<DnsAnswer> answers, DsrService service) => WithVip(answers, service) is null
        && service.Families.All(family => answers.Any(each => each.Type == TypeOf(family) && each.Status.Is(DnsStatus.NoError)));
}
