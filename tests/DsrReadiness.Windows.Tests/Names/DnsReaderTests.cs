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

    Task<CimReading> ICimReader.ReadAsync(CimQuery query, CancellationToken cancellationToken) => Task.FromResult(
        query.Class == ComputerSystemClass.Class
            ? _failure is null
                ? CimReading.Of(query.Class, query.Store, [CimRow.From(query.Class, new Dictionary<string, object?> { ["DNSHostName"] = _host, ["Domain"] = "example.net", ["PartOfDomain"] = _isMember })])
                : CimReading.Failed(query.Class, query.Store, _failure)
            : CimReading.Of(query.Class, query.Store, [CimRow.From(query.Class, new Dictionary<string, object?> { ["ServerAddresses"] = _servers })]));

    Task<DnsReply?> INameServers.AskAsync(string name, DnsRecordType type, IPAddress server, CancellationToken cancellationToken)
    {
        lock (_asked)
            _asked.Add($"{type} of {name} at {server}");
        return Task.FromResult(_answering.Contains(server.ToString()) ? new DnsReply(3, []) : null);
    }

    private Task<CimReading> ReadAsync() => new DnsReader(this, this).ReadAsync(new CimQuery(DnsAnswerClass.Class), CancellationToken.None);
}
