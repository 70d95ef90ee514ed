using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Lab.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab;

/// <summary>
/// A simulated Windows server behind the ports that a real one is behind: it holds state, refuses what Windows refuses, takes virtual time
/// for what takes time, and forgets at a restart what Windows forgets. Made by <see cref="LabServerBuilder"/>.
/// </summary>
public sealed class LabServer : ICimReader, ICimWriter, ILoopbackDevices, INeighborProbe
{
    private readonly object _state;
    private readonly Machine _machine;
    private readonly LabClasses _classes;
    private readonly CallGate _gate;

    internal LabServer(Machine machine, LabClock clock, LabSegment? segment = null)
    {
        _machine = machine;
        _state = segment?.Gate ?? new object();
        Segment = segment;
        if (segment is not null)
            machine.Heard = () => segment.Heard(this);
        _classes = new LabClasses(machine);
        Clock = clock;
        _gate = new CallGate(clock, Behaviour, Faults, Later);
        Backdoor = new LabBackdoor(this, machine, _classes);
        segment?.Join(this);
    }

    /// <inheritdoc/>
    public string ComputerName => _machine.Name;

    /// <summary>The server's time, which is virtual.</summary>
    public LabClock Clock { get; }

    /// <summary>The network that it shares with other servers; null if it is alone.</summary>
    public LabSegment? Segment { get; }

    /// <summary>How the server behaves where Windows is known to differ, to be slow or to fail.</summary>
    public LabBehaviour Behaviour => _machine.Behaviour;

    /// <summary>May the caller change anything? If not, every change is denied.</summary>
    public bool IsElevated { get; set; } = true;

    /// <summary>What goes wrong with calls, and when.</summary>
    public LabFaults Faults { get; } = new();

    /// <summary>What somebody else does meanwhile.</summary>
    public LabBackdoor Backdoor { get; }

    /// <summary>Every call so far, in the order in which they came.</summary>
    public IReadOnlyList<LabCall> Calls => _gate.Calls;

    /// <summary>Completes when a fault kills the process that calls now. No call of that process comes back.</summary>
    public Task Killed => _gate.Killed;

    /// <inheritdoc/>
    public Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken) => _gate.RunAsync(
        LabCallKind.Read,
        () => "Read " + query,
        () => Now(() => _classes.Read(query, IsElevated)),
        failure => CimReading.Failed(query.Class, query.Store, failure),
        cancellationToken);

    /// <inheritdoc/>
    public Task<CimOutcome> ExecuteAsync(CimOperation operation, CancellationToken cancellationToken) => _gate.RunAsync(
        LabCallKind.Write, operation.ToString, () => Now(() => _classes.Execute(operation, IsElevated)), CimOutcome.Failed, cancellationToken);

    /// <inheritdoc/>
    public Task<DeviceReading> FindAsync(CancellationToken cancellationToken) => _gate.RunAsync(
        LabCallKind.FindDevices, () => "Find loopback devices", () => Now(() => DeviceReading.Of(_machine.Devices.FindLoopbacks())), DeviceReading.Failed, cancellationToken);

    /// <inheritdoc/>
    public Task<DeviceOutcome> CreateAsync(CancellationToken cancellationToken) => _gate.RunAsync(
        LabCallKind.CreateDevice, () => "Create loopback device", () => Now(() => IfElevated(_machine.Devices.Create)), DeviceOutcome.Failed, cancellationToken);

    /// <inheritdoc/>
    public Task<DeviceOutcome> RemoveAsync(string instanceId, CancellationToken cancellationToken) => _gate.RunAsync(
        LabCallKind.RemoveDevice,
        () => "Remove loopback device " + instanceId,
        () => Now(() => IfElevated(() => _machine.Devices.Remove(instanceId))),
        DeviceOutcome.Failed,
        cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<ProbeAddress> Addresses() => Now(() => _machine.AddressesWithWire().ToArray());

    /// <inheritdoc/>
    public Task<ProbeReply> AskAsync(IPAddress address, ProbeAddress from, CancellationToken cancellationToken) => _gate.RunAsync(
        LabCallKind.Read,
        () => "Ask who has " + address,
        () => Now(() => Segment?.Ask(this, address) is { } answer ? ProbeReply.Of(answer) : ProbeReply.Silence),
        ProbeReply.Failed,
        cancellationToken);

    /// <summary>
    /// Restarts the server: the running state is loaded anew from what persists, and interface indexes change hands. A killed process is
    /// forgotten.
    /// </summary>
    public void Restart()
    {
        Clock.Advance(Behaviour.RestartTakes);
        Now(() =>
        {
            _machine.Restart();
            return true;
        });
        StartNewProcess();
    }

    /// <summary>The caller begins anew after it was killed.</summary>
    public void StartNewProcess() => _gate.Revive();

    /// <summary>Forgets the calls so far; the next is number 1 again.</summary>
    public void ForgetCalls() => _gate.Forget();

    /// <inheritdoc/>
    public override string ToString() => ComputerName;

    /// <summary>The MAC address under which it answers for an address; null if it does not.</summary>
    internal string? AnswersFor(IPAddress address) => Now(() => _machine.AnswersFor(address));

    /// <summary>Lets happen what is due by now, then does something, alone.</summary>
    internal T Now<T>(Func<T> act)
    {
        lock (_state)
        {
            _machine.Agenda.CatchUp(Clock.Elapsed);
            return act();
        }
    }

    private void Later(TimeSpan delay, Action act) => Now(() =>
    {
        _machine.Agenda.After(delay, act);
        return true;
    });

    private DeviceOutcome IfElevated(Func<DeviceOutcome> act) => IsElevated ? act() : DeviceOutcome.Failed(Refusal.Denied);
}
