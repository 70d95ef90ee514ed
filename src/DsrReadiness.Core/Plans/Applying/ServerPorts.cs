using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Time;

namespace DsrReadiness.Plans.Applying;

/// <summary>The ports to one server that changing it needs. Handed to the applier and to nothing else.</summary>
/// <param name="reader">Reading.</param>
/// <param name="writer">Changing.</param>
/// <param name="devices">Loopback devices.</param>
/// <param name="clock">Time and waiting.</param>
public sealed class ServerPorts(ICimReader reader, ICimWriter writer, ILoopbackDevices devices, IClock clock)
{
    /// <summary>Reading.</summary>
    public ICimReader Reader { get; } = reader;

    /// <summary>Time and waiting.</summary>
    public IClock Clock { get; } = clock;

    internal ICimWriter Writer { get; } = writer;

    internal ILoopbackDevices Devices { get; } = devices;
}
