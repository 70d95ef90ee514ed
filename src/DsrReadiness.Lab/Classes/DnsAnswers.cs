using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>What the DNS server of a lab says of the lab server's own name: what it was told, else that there is no such name.</summary>
internal sealed class DnsAnswers : LabClass<DnsQuestion>
{
    public DnsAnswers(Machine machine)
        : base(DnsAnswerClass.Class, machine)
    {
        Column(DnsAnswerClass.Name, question => question.Name);
        Column(DnsAnswerClass.Type, question => question.Type);
        Column(DnsAnswerClass.Server, question => question.Server);
        Column(DnsAnswerClass.Status, _ => Machine.DnsAddresses is null ? DnsStatus.NoSuchName : DnsStatus.NoError);
        Column(DnsAnswerClass.Addresses, AddressesFor);
    }

    /// <summary>A workgroup server has no full name to ask for, and without a DNS server there is nobody to ask.</summary>
    protected override IEnumerable<DnsQuestion> Items(CimStore store)
    {
        IPAddress? server = Machine.Layers.Where(layer => layer.IsActive).SelectMany(layer => layer.DnsServers)
            .Select(text => AddressText.TryParse(text, out IPAddress? address) ? address : null).FirstOrDefault(address => address is not null);
        return Machine.Domain is null || server is null
            ? []
            : new[] { DnsRecordType.A, DnsRecordType.Aaaa }.Select(type => new DnsQuestion(Machine.Name + "." + (Machine.Registry.Find(RegistryNames.PrimaryDnsSuffix) ?? Machine.Domain), type, server));
    }

    private string[] AddressesFor(DnsQuestion question) => (Machine.DnsAddresses ?? [])
        .Where(address => address.Family() == (question.Type == DnsRecordType.A ? IPFamily.IPv4 : IPFamily.IPv6))
        .Select(address => address.ToString()).ToArray();
}
