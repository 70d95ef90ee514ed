using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Windows.Names;

namespace DsrReadiness.Windows.Tests.Names;

public sealed class DnsReaderTests : ICimReader, INameServers
{
    private readonly List<string> _asked = [];
    private readonly HashSet<string> _answering = [];
    private bool _isMember = true;
    private string _host = "web01";
    private string[] _servers = ["192.0.2.53", "192.0.2.54"];
    private string? _suffix;
    private string? _setSuffix;
    private long _productType = 3;
    private CimFailure? _failure;

    public string ComputerName => "WEB01";

    public bool ReachesLoopback { get; private set; } = true;

    [Fact]
    public async Task The_first_server_that_answers_is_the_one()
    {
        _answering.Add("192.0.2.54");
        CimReading reading = await ReadAsync();
        Assert.Equal(["A of web01.example.net at 192.0.2.53", "A of web01.example.net at 192.0.2.54", "Aaaa of web01.example.net at 192.0.2.53", "Aaaa of web01.example.net at 192.0.2.54"], _asked.Order(StringComparer.Ordinal));
        Assert.Equal([DnsRecordType.A, DnsRecordType.Aaaa], reading.Rows!.Select(row => row.Get(DnsAnswerClass.Type).Value));
        Assert.All(reading.Rows!, row => Assert.Equal(IPAddress.Parse("192.0.2.54"), row.Get(DnsAnswerClass.Server).Value));
        Assert.All(reading.Rows!, row => Assert.Equal(DnsStatus.NoSuchName, row.Get(DnsAnswerClass.Status).Value));
    }

    [Fact]
    public async Task No_answer_at_all_is_NULL()
    {
        CimReading reading = await ReadAsync();
        Assert.All(reading.Rows!, row => Assert.True(row.Get(DnsAnswerClass.Status).IsNull && row.Get(DnsAnswerClass.Addresses).IsNull));
    }

    [Fact]
    public async Task A_server_of_a_workgroup_has_no_name_there()
    {
        _isMember = false;
        Assert.Empty((await ReadAsync()).Rows!);
        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData("web01..")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_server_that_calls_itself_what_is_no_name_is_not_asked_for(string host)
    {
        _host = host;
        Assert.Empty((await ReadAsync()).Rows!);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task What_is_no_server_or_another_computers_own_is_not_asked()
    {
        _servers = ["fec0:0:0:ffff::1", "nonsense", "127.0.0.1"];
        _answering.Add("127.0.0.1");
        Assert.Equal(2, (await ReadAsync()).Rows!.Count);
        ReachesLoopback = false;
        Assert.Empty((await ReadAsync()).Rows!);
    }

    [Fact]
    public async Task Without_the_name_it_fails_as_that_did()
    {
        _failure = new CimFailure(FailureKind.AccessDenied, "no");
        Assert.Same(_failure, (await ReadAsync()).Failure);
    }

    [Theory]
    [InlineData("corp.example", "other.example", "web01.corp.example")]
    [InlineData("", "corp.example", "web01.corp.example")]
    [InlineData(null, "corp.example", "web01.corp.example")]
    [InlineData("", null, "web01.example.net")]
    public async Task The_primary_dns_suffix_makes_the_name_and_the_domain_where_there_is_none(string? suffix, string? set, string name)
    {
        (_suffix, _setSuffix) = (suffix, set);
        Assert.All((await ReadAsync()).Rows!, row => Assert.Equal(name, row.Get(DnsAnswerClass.Name).Value));
    }

    [Fact]
    public async Task A_domain_controller_is_asked_for_by_the_name_of_its_domain_as_well()
    {
        (_suffix, _productType) = ("corp.example", 2);
        Assert.Equal(["web01.corp.example", "web01.corp.example", "example.net", "example.net"], (await ReadAsync()).Rows!.Select(row => row.Get(DnsAnswerClass.Name).Value));
    }

    Task<CimReading> ICimReader.ReadAsync(CimQuery query, CancellationToken cancellationToken) => Task.FromResult(
        query.Class == ComputerSystemClass.Class
            ? _failure is null
                ? CimReading.Of(query.Class, query.Store, [CimRow.From(query.Class, new Dictionary<string, object?> { ["DNSHostName"] = _host, ["Domain"] = "example.net", ["PartOfDomain"] = _isMember })])
                : CimReading.Failed(query.Class, query.Store, _failure)
            : query.Class == OperatingSystemClass.Class ? CimReading.Of(query.Class, query.Store, [CimRow.From(query.Class, new Dictionary<string, object?> { ["ProductType"] = _productType })])
            : query.Class == RegistryValueClass.Class ? CimReading.Of(query.Class, query.Store, [Value("Domain", _suffix), Value("NV Domain", _setSuffix)])
            : CimReading.Of(query.Class, query.Store, [CimRow.From(query.Class, new Dictionary<string, object?> { ["ServerAddresses"] = _servers })]));

    private static CimRow Value(string name, string? data) => CimRow.From(
        RegistryValueClass.Class, new Dictionary<string, object?> { ["Name"] = name, ["Data"] = data is null ? null : new object[] { data } });

    Task<DnsReply?> INameServers.AskAsync(string name, DnsRecordType type, IPAddress server, CancellationToken cancellationToken)
    {
        lock (_asked)
            _asked.Add($"{type} of {name} at {server}");
        return Task.FromResult(_answering.Contains(server.ToString()) ? new DnsReply(3, []) : null);
    }

    private Task<CimReading> ReadAsync() => new DnsReader(this, this).ReadAsync(new CimQuery(DnsAnswerClass.Class), CancellationToken.None);
}
