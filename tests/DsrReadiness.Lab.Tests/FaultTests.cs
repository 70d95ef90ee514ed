using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Cim.Devices;

namespace DsrReadiness.Lab.Tests;

public sealed class FaultTests
{
    private readonly LabServer _server = Some.WithLoopback();
    private readonly Ports _ports;

    public FaultTests() => _ports = Ports.Of(_server);

    private CimQuery Interface => On.Interface(_server.IndexOf("Loopback"), IPFamily.IPv4, CimStore.Active);

    private CimOperation Weaken => Do.Set(Interface, NetIPInterfaceClass.WeakHostSend, 1L);

    private bool IsWeak => Assert.Single(_server.Backdoor.Read(Interface).Rows!).Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Enabled);

    [Fact]
    public async Task The_nth_change_fails_and_has_no_effect_and_the_next_goes_through()
    {
        _server.Faults.AtChange(2).Fail(FailureKind.Transient);
        await _ports.DoAsync(Do.Rename("Loopback", "LOOP"));
        CimQuery target = On.Adapter("LOOP");
        await _ports.RowsAsync(target);
        await _ports.RefusesAsync(FailureKind.Transient, Do.Rename("LOOP", "Loopback"));
        Assert.Single(await _ports.RowsAsync(target));
        await _ports.DoAsync(Do.Rename("LOOP", "Loopback"));
    }

    [Fact]
    public async Task Reads_and_calls_of_any_kind_are_counted_apart()
    {
        _server.Faults.AtRead(1).Fail(FailureKind.Timeout);
        _server.Faults.At(3).Fail(FailureKind.Unreachable);
        await _ports.DoAsync(Weaken);
        Assert.Equal(FailureKind.Timeout, (await _server.ReadAsync(Interface, default)).Failure?.Kind);
        await _ports.RefusesAsync(FailureKind.Unreachable, Weaken);
        await _ports.DoAsync(Weaken);
    }

    [Fact]
    public async Task A_call_is_chosen_by_what_it_is_and_a_fault_can_be_taken_back()
    {
        _server.Faults.When(call => call.Kind == LabCallKind.CreateDevice).Fail(FailureKind.NotSupported);
        await _ports.DoAsync(Weaken);
        Assert.Equal(FailureKind.NotSupported, (await _server.CreateAsync(default)).Failure?.Kind);
        _server.Faults.At(1).Fail(FailureKind.Failed);
        _server.Faults.Clear();
        Assert.Null((await _server.CreateAsync(default)).Failure);
    }

    [Fact]
    public async Task A_hanging_read_ends_when_it_is_cancelled()
    {
        _server.Faults.AtRead(1).Hang();
        using var source = new CancellationTokenSource();
        Task<CimReading> reading = _server.ReadAsync(Interface, source.Token);
        Assert.False(reading.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_hanging_change_that_is_cancelled_fails_since_it_had_begun()
    {
        _server.Faults.AtChange(1).Hang();
        using var source = new CancellationTokenSource();
        Task<CimOutcome> changing = _server.ExecuteAsync(Weaken, source.Token);
        Assert.False(changing.IsCompleted);
        await source.CancelAsync();
        Assert.Equal(FailureKind.Timeout, (await changing).Failure?.Kind);
        Assert.False(IsWeak);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_process_does_nothing_more_until_a_new_one_begins(bool afterwards)
    {
        LabFaultPoint point = _server.Faults.AtChange(1);
        if (afterwards)
            point.KillAfter();
        else
            point.KillBefore();
        CimOperation weaken = Weaken;
        Task killed = _server.Killed;
        Task<CimOutcome> last = _server.ExecuteAsync(weaken, default);
        await killed;
        Assert.Equal(afterwards, IsWeak);
        Task<CimReading> reading = _server.ReadAsync(Interface, default);
        Task<DeviceOutcome> removing = _server.RemoveAsync(@"ROOT\NET\0000", default);
        _server.StartNewProcess();
        await _ports.DoAsync(weaken);
        Assert.False(_server.Killed.IsCompleted);
        Assert.All<Task>([last, reading, removing], call => Assert.False(call.IsCompleted));
        Assert.Single((await _server.FindAsync(default)).Devices!);
    }

    [Fact]
    public async Task A_restart_is_the_end_of_a_killed_process()
    {
        _server.Faults.At(1).KillBefore();
        Task killed = _server.Killed;
        Task<DeviceReading> last = _server.FindAsync(default);
        await killed;
        _server.Restart();
        Assert.False(last.IsCompleted);
        Assert.Single((await _server.FindAsync(default)).Devices!);
    }

    [Fact]
    public async Task A_write_that_was_not_answered_takes_effect_later_unless_the_server_restarts_before()
    {
        foreach (bool restarts in new[] { true, false })
        {
            CimOperation weaken = Weaken;
            _server.Faults.AtChange(1).TakeEffectLater(TimeSpan.FromMinutes(2));
            Assert.Equal(FailureKind.Timeout, (await _server.ExecuteAsync(weaken, default)).Failure?.Kind);
            _server.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.False(IsWeak);
            if (restarts)
                _server.Restart();
            _server.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(!restarts, IsWeak);
        }
    }

    [Fact]
    public async Task A_call_can_throw_as_no_port_should()
    {
        _server.Faults.At(1).Throw(new NotImplementedException());
        await Assert.ThrowsAsync<NotImplementedException>(() => _server.FindAsync(default));
        Assert.Single((await _server.FindAsync(default)).Devices!);
    }

    [Fact]
    public async Task Somebody_else_changes_something_in_between()
    {
        CimOperation weaken = Weaken;
        _server.Faults.AtRead(2).Interfere(() => _server.Backdoor.Execute(weaken));
        Assert.True((await _ports.RowAsync(Interface)).Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Disabled));
        Assert.True((await _ports.RowAsync(Interface)).Get(NetIPInterfaceClass.WeakHostSend).Is(Toggle.Enabled));
        Assert.Equal(2, _server.Calls.Count);
    }

    [Fact]
    public async Task Somebody_else_is_elevated_and_removes_devices()
    {
        _server.IsElevated = false;
        _server.Faults.At(1).Interfere(() => Assert.Null(_server.Backdoor.RemoveDevice(@"ROOT\NET\0000").Failure));
        Assert.Empty((await _server.FindAsync(default)).Devices!);
        Assert.Null(_server.Backdoor.CreateDevice().Failure);
    }

    [Fact]
    public async Task Calls_are_logged_with_their_texts_and_virtual_times()
    {
        _server.Behaviour.Latency = TimeSpan.FromMilliseconds(40);
        await _ports.RowsAsync(Interface);
        await _ports.DoAsync(Weaken);
        await _server.FindAsync(default);
        LabCall[] calls = _server.Calls.ToArray();
        Assert.Equal([LabCallKind.Read, LabCallKind.Write, LabCallKind.FindDevices], calls.Select(call => call.Kind));
        Assert.Equal([1, 2, 3], calls.Select(call => call.Number));
        Assert.Equal("Read " + Interface, calls[0].Text);
        Assert.Equal(Weaken.ToString(), calls[1].ToString());
        Assert.Equal(TimeSpan.FromMilliseconds(80), calls[2].At - calls[0].At);
        Assert.Equal([false, true, false], calls.Select(call => call.IsChange));
        _server.ForgetCalls();
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public async Task Calls_side_by_side_take_the_time_of_one()
    {
        _server.Behaviour.Latency = TimeSpan.FromMilliseconds(40);
        DateTimeOffset before = _server.Clock.UtcNow;
        await _server.Clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _server.ReadAsync(Interface, default))));
        Assert.Equal(TimeSpan.FromMilliseconds(40), _server.Clock.UtcNow - before);
    }

    [Fact]
    public void Calls_are_counted_from_one() => Assert.Throws<ArgumentOutOfRangeException>(() => _server.Faults.At(0));
}
