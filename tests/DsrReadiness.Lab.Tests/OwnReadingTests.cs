using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

public sealed class OwnReadingTests
{
    [Fact]
    public async Task The_registry_has_every_value_that_is_asked_for_or_says_that_it_is_absent()
    {
        LabServer server = new LabServerBuilder("WEB01")
            .Registry(RegistryNames.RegistrationEnabled.Key, "registrationenabled", 1)
            .Registry(RegistryNames.PublishAddresses.Key, "PublishAddresses", "192.0.2.11 192.0.2.12")
            .Registry(RegistryNames.ListenOnlyList.Key, "ListenOnlyList", new[] { "192.0.2.10", "192.0.2.11" })
            .Build();
        IReadOnlyList<CimRow> rows = await Ports.Of(server).RowsAsync(On.All(RegistryValueClass.Class));
        Assert.Equal(RegistryNames.All.Select(name => name.Value), rows.Select(row => row.Get(RegistryValueClass.Name).Value));
        Dictionary<string, string> there = rows.Where(row => row.Get(RegistryValueClass.Type).HasValue).ToDictionary(
            row => row.Get(RegistryValueClass.Name).Value,
            row => row.Get(RegistryValueClass.Type).Value + " " + string.Join('|', row.Get(RegistryValueClass.Data).Value));
        Assert.Equal(
            [("ListenOnlyList", "Texts 192.0.2.10|192.0.2.11"), ("PublishAddresses", "Text 192.0.2.11 192.0.2.12"), ("RegistrationEnabled", "Number 1")],
            there.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_value_that_nobody_asks_for_cannot_be_set()
    {
        Assert.Throws<ArgumentException>(() => new LabServerBuilder("WEB01").Registry("SOFTWARE", "Other", 1).Build());
        Assert.Throws<ArgumentException>(() => new LabServerBuilder("WEB01").Registry(RegistryNames.ListenOnlyList.Key, "ListenOnlyList", 1.5));
    }

    [Fact]
    public async Task Dns_is_asked_for_the_name_of_a_member_of_a_domain()
    {
        LabServer unknown = new LabServerBuilder("WEB01").Domain("lab.example").Build();
        Assert.Equal(
            [("WEB01.lab.example", DnsRecordType.A, DnsStatus.NoSuchName, ""), ("WEB01.lab.example", DnsRecordType.Aaaa, DnsStatus.NoSuchName, "")],
            await AnswersAsync(unknown));
        LabServer known = new LabServerBuilder("WEB01").Domain("lab.example").DnsRecord("192.0.2.11", "2001:db8::11").Build();
        Assert.Equal(
            [("WEB01.lab.example", DnsRecordType.A, DnsStatus.NoError, "192.0.2.11"), ("WEB01.lab.example", DnsRecordType.Aaaa, DnsStatus.NoError, "2001:db8::11")],
            await AnswersAsync(known));
    }

    [Fact]
    public async Task The_primary_dns_suffix_makes_the_name()
    {
        LabServer server = new LabServerBuilder("WEB01").Domain("lab.example").Registry(RegistryNames.PrimaryDnsSuffix.Key, "Domain", "corp.example").Build();
        Assert.All(await AnswersAsync(server), answer => Assert.Equal("WEB01.corp.example", answer.Name));
    }

    [Fact]
    public async Task Dns_is_not_asked_without_a_domain_or_a_server()
    {
        Assert.Empty(await AnswersAsync(new LabServerBuilder("WEB01").DnsRecord("192.0.2.11").Build()));
        Assert.Empty(await AnswersAsync(new LabServerBuilder("WEB01").Domain("lab.example").Nic("Ethernet", "192.0.2.11/24").Build()));
    }

    private static async Task<IEnumerable<(string Name, DnsRecordType Type, DnsStatus Status, string Addresses)>> AnswersAsync(LabServer server) =>
        (await Ports.Of(server).RowsAsync(On.All(DnsAnswerClass.Class))).Select(row => (
            row.Get(DnsAnswerClass.Name).Value,
            row.Get(DnsAnswerClass.Type).Value,
            row.Get(DnsAnswerClass.Status).Value,
            string.Join(' ', row.Get(DnsAnswerClass.Addresses).Value)));
}
