using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Time;

namespace DsrReadiness.Robustness.Kills;

/// <summary>What is asked of a server in another process.</summary>
internal enum WireCall : byte
{
    Name,
    Read,
    Execute,
    FindDevices,
    CreateDevice,
    RemoveDevice,
    UtcNow,
    Elapsed,
    Delay,
}

/// <summary>A server that lives in another process and survives the end of this one: the same ports, through a pipe. One call at a time.</summary>
internal sealed class RemoteServer : ICimReader, ICimWriter, ILoopbackDevices, IClock, IDisposable
{
    private readonly object _gate = new();
    private readonly BinaryReader _answers;
    private readonly BinaryWriter _calls;

    public RemoteServer(Stream answers, Stream calls)
    {
        _answers = new BinaryReader(answers);
        _calls = new BinaryWriter(calls);
        ComputerName = Ask(WireCall.Name, _ => { }, from => from.ReadString());
    }

    public string ComputerName { get; }

    public DateTimeOffset UtcNow => new(Ask(WireCall.UtcNow, _ => { }, from => from.ReadInt64()), TimeSpan.Zero);

    public TimeSpan Elapsed => new(Ask(WireCall.Elapsed, _ => { }, from => from.ReadInt64()));

    public ServerPorts Ports => new(this, this, this, this);

    public Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Ask(WireCall.Read, to => Wire.Write(to, query), from => Wire.ReadReading(from, query)));

    public Task<CimOutcome> ExecuteAsync(CimOperation operation, CancellationToken cancellationToken) =>
        Task.FromResult(Ask(WireCall.Execute, to => Wire.Write(to, operation), Wire.ReadOutcome));

    public Task<DeviceReading> FindAsync(CancellationToken cancellationToken) => Task.FromResult(Ask(WireCall.FindDevices, _ => { }, Wire.ReadDevices));

    public Task<DeviceOutcome> CreateAsync(CancellationToken cancellationToken) => Task.FromResult(Ask(WireCall.CreateDevice, _ => { }, Wire.ReadDeviceOutcome));

    public Task<DeviceOutcome> RemoveAsync(string instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(Ask(WireCall.RemoveDevice, to => to.Write(instanceId), Wire.ReadDeviceOutcome));

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        Task.FromResult(Ask(WireCall.Delay, to => to.Write(delay.Ticks), from => from.ReadBoolean()));

    public void Dispose()
    {
        _answers.Dispose();
        _calls.Dispose();
    }

    private T Ask<T>(WireCall call, Action<BinaryWriter> write, Func<BinaryReader, T> read)
    {
        using var frame = new MemoryStream();
        using var to = new BinaryWriter(frame);
        to.Write((byte)call);
        write(to);
        to.Flush();
        lock (_gate)
        {
            _calls.Write((int)frame.Length);
            _calls.Write(frame.GetBuffer(), 0, (int)frame.Length);
            _calls.Flush();
            return read(_answers);
        }
    }
}
