using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Windows.Management;
using DsrReadiness.Windows.Names;
using DsrReadiness.Windows.Tests.Simulation;

namespace DsrReadiness.Windows.Tests.Management;

public sealed class ManagedServerTests : IDisposable
{
    private static readonly CimQuery s_interface = new(NetIPInterfaceClass.Class, CimStore.Persistent, new CimCondition(NetIPInterfaceClass.InterfaceIndex, 7L));
    private static readonly CimAssignment s_receive = new(NetIPInterfaceClass.WeakHostReceive, 1L);

    private readonly ScriptedSession _session = new();
    private readonly ManagedServer _server;

    public ManagedServerTests() => _server = new ManagedServer(_session, "192.0.2.11", new NoNames(), TimeSpan.FromMinutes(1));

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_reading_is_one_query_with_its_store_as_option()
    {
        _session.Rows.Add(new ScriptedInstance(new() { ["InterfaceIndex"] = 7u, ["WeakHostReceive"] = (byte)1, ["WeakHostSend"] = null, ["Store"] = (byte)0 }));
        CimReading reading = await _server.ReadAsync(s_interface, CancellationToken.None);
        Assert.Equal(["query root/StandardCimv2: SELECT * FROM MSFT_NetIPInterface WHERE InterfaceIndex = 7 [PolicyStore = PersistentStore]"], _session.Calls);
        CimRow row = Assert.Single(reading.Rows!);
        Assert.Equal(7u, row.Get(NetIPInterfaceClass.InterfaceIndex).Value);
        Assert.Equal(Toggle.Enabled, row.Get(NetIPInterfaceClass.WeakHostReceive).Value);
        Assert.True(row.Get(NetIPInterfaceClass.WeakHostSend).IsNull);
        Assert.Equal(FieldState.Missing, row.Get(NetIPInterfaceClass.Dhcp).State);
        Assert.True(_session.Rows[0].IsDisposed);
    }

    [Fact]
    public async Task A_server_that_ignores_the_store_is_found_out()
    {
        _session.Rows.Add(new ScriptedInstance(new() { ["InterfaceIndex"] = 7u, ["Store"] = (byte)1 }));
        CimReading reading = await _server.ReadAsync(s_interface, CancellationToken.None);
        Assert.Equal(FailureKind.Malformed, reading.Failure!.Kind);
        Assert.True(_session.Rows[0].IsDisposed);
    }

    [Fact]
    public async Task Conditions_of_IPsec_rules_are_kept_unless_they_pass_for_a_firewall_rules()
    {
        foreach (string name in new[] { "MSFT|FW|ConSecRule|a", "MSFT|FW|FirewallRule|a", "MSFT|FW|ConSecRule|b", "MSFT|FW|MMRule|c" })
            _session.Rows.Add(new ScriptedInstance(new() { ["InstanceID"] = name[^1..], ["CreationClassName"] = name, ["LocalAddress"] = new[] { name } }));
        CimReading reading = await _server.ReadAsync(new CimQuery(NetAddressFilterClass.Class, CimStore.Active), CancellationToken.None);
        Assert.Equal(["MSFT|FW|FirewallRule|a", "MSFT|FW|ConSecRule|b"], reading.Rows!.Select(row => row.Get(NetAddressFilterClass.LocalAddress).Value.Single()));
    }

    [Fact]
    public async Task A_file_server_that_does_not_hand_out_how_it_is_set_has_not_been_read()
    {
        _session.Method = (_, _) => new MiAnswer(5, new Dictionary<string, object?>());
        CimReading reading = await _server.ReadAsync(new CimQuery(SmbServerConfigurationClass.Class), CancellationToken.None);
        Assert.Equal((FailureKind.Failed, "GetConfiguration returned 5, and no Output."), (reading.Failure!.Kind, reading.Failure.Message));
    }

    [Fact]
    public async Task The_server_says_itself_what_it_is_called()
    {
        Assert.Equal("192.0.2.11", _server.ComputerName);
        _session.Rows.Add(new ScriptedInstance(new() { ["Name"] = "WEB01" }));
        await _server.ReadAsync(new CimQuery(ComputerSystemClass.Class), CancellationToken.None);
        Assert.Equal("WEB01", _server.ComputerName);
    }

    [Fact]
    public async Task Modifying_finds_one_instance_and_sends_the_store_again()
    {
        _session.Rows.Add(new ScriptedInstance([]));
        Assert.Null((await _server.ExecuteAsync(CimOperation.Modify(s_interface, s_receive), CancellationToken.None)).Failure);
        Assert.Equal(
            [
                "query root/StandardCimv2: SELECT * FROM MSFT_NetIPInterface WHERE InterfaceIndex = 7 [PolicyStore = PersistentStore]",
                "modify root/StandardCimv2: WeakHostReceive = 1 [PolicyStore = PersistentStore]",
            ],
            _session.Calls);
        Assert.True(_session.Rows[0].IsDisposed);
    }

    [Theory]
    [InlineData(0, FailureKind.NotFound)]
    [InlineData(2, FailureKind.InvalidParameter)]
    public async Task None_or_several_instances_are_not_changed(int count, FailureKind kind)
    {
        for (int i = 0; i < count; i++)
            _session.Rows.Add(new ScriptedInstance([]));
        foreach (CimOperation operation in new[] { CimOperation.Modify(s_interface, s_receive), CimOperation.Delete(s_interface), CimOperation.Invoke(s_interface, "Enable") })
            Assert.Equal(kind, (await _server.ExecuteAsync(operation, CancellationToken.None)).Failure!.Kind);
        Assert.All(_session.Calls, call => Assert.StartsWith("query", call, StringComparison.Ordinal));
        Assert.All(_session.Rows, row => Assert.True(row.IsDisposed));
    }

    [Fact]
    public async Task Deleting_names_no_store_where_none_is_meant()
    {
        _session.Rows.Add(new ScriptedInstance([]));
        await _server.ExecuteAsync(CimOperation.Delete(new CimQuery(NetRouteClass.Class, CimStore.None, new CimCondition(NetRouteClass.InterfaceIndex, 7L))), CancellationToken.None);
        Assert.Equal(["query root/StandardCimv2: SELECT * FROM MSFT_NetRoute WHERE InterfaceIndex = 7", "delete root/StandardCimv2"], _session.Calls);
    }

    [Fact]
    public async Task A_rule_is_created_with_its_conditions_as_options()
    {
        await _server.ExecuteAsync(
            CimOperation.Create(
                new CimQuery(NetFirewallRuleClass.Class, CimStore.Persistent),
                [new CimAssignment(NetFirewallRuleClass.InstanceId, "DsrReadiness-1"), new CimAssignment(NetFirewallRuleClass.Enabled, 2L)],
                [new CimAssignment("LocalAddress", CimType.String, new object[] { "192.0.2.10" }), new CimAssignment("Protocol", CimType.String, "TCP")]),
            CancellationToken.None);
        Assert.Equal(
            ["create root/StandardCimv2:MSFT_NetFirewallRule InstanceID = DsrReadiness-1, Enabled = 2 [PolicyStore = PersistentStore, LocalAddress = 192.0.2.10, Protocol = TCP]"],
            _session.Calls);
    }

    [Fact]
    public async Task A_method_is_static_where_no_instance_is_meant()
    {
        await _server.ExecuteAsync(
            CimOperation.Invoke(new CimQuery(NetIPAddressClass.Class), "Create", new CimAssignment(NetIPAddressClass.PrefixLength, 32L)), CancellationToken.None);
        Assert.Equal(["invoke root/StandardCimv2:MSFT_NetIPAddress::Create(PrefixLength = 32)"], _session.Calls);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(91, false)]
    public async Task A_method_of_an_instance_brings_its_number_and_whether_to_restart(uint returned, bool restart)
    {
        _session.Rows.Add(new ScriptedInstance([]));
        _session.Method = (_, _) => new MiAnswer(returned, new Dictionary<string, object?>());
        CimOutcome outcome = await _server.ExecuteAsync(
            CimOperation.Invoke(
                new CimQuery(NetworkAdapterConfigurationClass.Class, CimStore.None, new CimCondition(NetworkAdapterConfigurationClass.InterfaceIndex, 7L)),
                "SetTcpipNetbios",
                new CimAssignment(NetworkAdapterConfigurationClass.TcpipNetbiosOptions, 2L)),
            CancellationToken.None);
        Assert.Equal((returned, restart), (outcome.ReturnValue, outcome.RestartNeeded));
        Assert.Equal("invoke root/cimv2:Win32_NetworkAdapterConfiguration.SetTcpipNetbios(TcpipNetbiosOptions = 2)", _session.Calls[1]);
    }

    [Fact]
    public async Task What_Windows_refuses_is_a_failure_by_its_number()
    {
        _session.Instead = _ => throw new MiException(1, "Windows System Error 5", "Zugriff verweigert");
        CimReading reading = await _server.ReadAsync(s_interface, CancellationToken.None);
        Assert.Equal((FailureKind.AccessDenied, "Zugriff verweigert"), (reading.Failure!.Kind, reading.Failure.Message));
        Assert.Equal(FailureKind.AccessDenied, (await _server.ExecuteAsync(CimOperation.Modify(s_interface, s_receive), CancellationToken.None)).Failure!.Kind);
    }

    [Fact]
    public async Task A_value_that_fits_no_type_is_sent_nowhere()
    {
        CimOutcome outcome = await _server.ExecuteAsync(CimOperation.Modify(s_interface, new CimAssignment(NetIPInterfaceClass.WeakHostReceive, 256L)), CancellationToken.None);
        Assert.Equal(FailureKind.InvalidParameter, outcome.Failure!.Kind);
        Assert.Empty(_session.Calls);
    }

    /// <summary>A null property, a value of another type, an argument that MI does not take: only its own words know what it is, and "invalid parameter" is the server's.</summary>
    [Fact]
    public async Task Whatever_else_is_raised_is_a_failure_with_its_name()
    {
        foreach (Exception raised in new Exception[] { new NullReferenceException("no property"), new ArgumentException("MI's own"), new InvalidCastException(), new OverflowException(), new OperationCanceledException() })
        {
            _session.Instead = _ => throw raised;
            CimFailure? reading = (await _server.ReadAsync(s_interface, CancellationToken.None)).Failure;
            CimFailure? change = (await _server.ExecuteAsync(CimOperation.Modify(s_interface, s_receive), CancellationToken.None)).Failure;
            Assert.Equal((FailureKind.Failed, FailureKind.Failed), (reading!.Kind, change!.Kind));
            Assert.Equal($"Unexpected {raised.GetType().Name}: {raised.Message}", change.Message);
        }
    }

    [Fact]
    public async Task A_session_that_blocks_before_it_answers_is_left_alone_when_its_time_is_over()
    {
        using var never = new ManualResetEventSlim();
        _session.Instead = _ =>
        {
            never.Wait(CancellationToken.None);
            return Task.CompletedTask;
        };
        var server = new ManagedServer(_session, "WEB01", new NoNames(), TimeSpan.FromMilliseconds(50));
        Assert.Equal(FailureKind.Timeout, (await server.ReadAsync(s_interface, CancellationToken.None)).Failure!.Kind);
        Assert.Equal(FailureKind.Timeout, (await server.ExecuteAsync(CimOperation.Modify(s_interface, s_receive), CancellationToken.None)).Failure!.Kind);
        never.Set();
    }

    [Fact]
    public async Task What_blocks_does_not_keep_the_user_from_stopping()
    {
        using var never = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        _session.Instead = token =>
        {
            using CancellationTokenRegistration blocksToo = token.Register(() => never.Wait(CancellationToken.None));
            never.Wait(CancellationToken.None);
            return Task.CompletedTask;
        };
        Task<CimReading> reading = _server.ReadAsync(s_interface, stop.Token);
        Task<CimOutcome> change = _server.ExecuteAsync(CimOperation.Modify(s_interface, s_receive), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(FailureKind.Timeout, (await change).Failure!.Kind);
        never.Set();
    }

    [Fact]
    public async Task Opening_a_session_that_blocks_ends_in_time_and_when_the_user_stops()
    {
        using var never = new ManualResetEventSlim();
        IMiSession Open()
        {
            never.Wait(CancellationToken.None);
            return _session;
        }

        var late = await Assert.ThrowsAsync<MiException>(() => SessionOpening.OpenAsync(Open, TimeSpan.FromMilliseconds(50), CancellationToken.None));
        Assert.Equal(FailureKind.Timeout, late.Failure.Kind);
        using var stop = new CancellationTokenSource();
        Task<IMiSession> opening = SessionOpening.OpenAsync(Open, TimeSpan.FromMinutes(1), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        never.Set();
        Assert.Same(_session, await SessionOpening.OpenAsync(Open, TimeSpan.FromMinutes(1), CancellationToken.None));
        var refused = await Assert.ThrowsAsync<MiException>(() => SessionOpening.OpenAsync(() => throw new MiException(1, "Windows System Error 5", "no"), TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.Equal(FailureKind.AccessDenied, refused.Failure.Kind);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_a_timeout()
    {
        _session.Instead = token => Task.Delay(Timeout.Infinite, token);
        var server = new ManagedServer(_session, "WEB01", new NoNames(), TimeSpan.FromMilliseconds(50));
        Assert.Equal(FailureKind.Timeout, (await server.ReadAsync(s_interface, CancellationToken.None)).Failure!.Kind);
        Assert.Equal(FailureKind.Timeout, (await server.ExecuteAsync(CimOperation.Modify(s_interface, s_receive), CancellationToken.None)).Failure!.Kind);
    }

    [Fact]
    public async Task A_reading_is_cancelled_at_once_and_a_change_only_before_it_began()
    {
        using var stop = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        _session.Rows.Add(new ScriptedInstance([]));
        _session.Instead = token => Task.WhenAny(release.Task, Task.Delay(Timeout.Infinite, token)).Unwrap();
        Task<CimReading> reading = _server.ReadAsync(s_interface, stop.Token);
        Task<CimOutcome> change = _server.ExecuteAsync(CimOperation.Modify(s_interface, s_receive), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.False(change.IsCompleted);
        release.SetResult();
        Assert.Null((await change).Failure);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _server.ExecuteAsync(CimOperation.Delete(s_interface), stop.Token));
    }

    [Fact]
    public async Task Readings_are_on_their_way_side_by_side()
    {
        var release = new TaskCompletionSource();
        var allCalled = new TaskCompletionSource();
        CimClass[] classes = [.. CimClasses.All.Where(each => each.Evidence != CimEvidence.Own)];
        int called = 0;
        _session.Instead = _ =>
        {
            if (Interlocked.Increment(ref called) == classes.Length)
                allCalled.SetResult();
            return release.Task;
        };
        Task<CimReading>[] readings = [.. classes.Select(each => _server.ReadAsync(new CimQuery(each, each.HasStores ? CimStore.Active : CimStore.None), CancellationToken.None))];
        await allCalled.Task;
        release.SetResult();
        await Task.WhenAll(readings);
        Assert.Equal(readings.Length, _session.Calls.Count);
    }

    [Fact]
    public async Task A_reading_of_the_project_that_this_way_does_not_know_is_said_so()
    {
        CimReading reading = await _server.ReadAsync(new CimQuery(JournalDeviceClass.Class), CancellationToken.None);
        Assert.Equal(FailureKind.InvalidClass, reading.Failure!.Kind);
        Assert.Empty(_session.Calls);
    }

    private sealed class NoNames : INameServers
    {
        public bool ReachesLoopback => true;

        public Task<DnsReply?> AskAsync(string name, DnsRecordType type, IPAddress server, CancellationToken cancellationToken) => Task.FromResult<DnsReply?>(null);
    }
}
