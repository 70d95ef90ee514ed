using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Cim.Devices;

/// <summary>
/// The port to the loopback devices of one server: plug and play, which CIM cannot change. A device is known by its hardware id
/// <c>*MSLOOP</c>, never by a name. Only the applier of plans creates and removes.
/// </summary>
public interface ILoopbackDevices
{
    /// <summary>Finds the devices with the loopback's hardware id, phantoms included; throws only when cancelled.</summary>
    Task<DeviceReading> FindAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Creates one device and touches no other. A failed installation leaves nothing behind. The network adapter and its IP interfaces appear some time after.
    /// Throws only when cancelled before it began.
    /// </summary>
    Task<DeviceOutcome> CreateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Removes the one device of that instance id, after making sure that it still is a loopback. Throws only when cancelled before it began.
    /// </summary>
    Task<DeviceOutcome> RemoveAsync(string instanceId, CancellationToken cancellationToken);
}
