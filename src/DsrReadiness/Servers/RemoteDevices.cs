using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Cim.Devices;

namespace DsrReadiness.Servers;

/// <summary>The loopback devices of another computer: they can be seen from here, and made or removed only there.</summary>
internal sealed class RemoteDevices(ICimReader reader) : ILoopbackDevices
{
    private const string OnlyThere = "plug and play makes and removes devices on its own computer only: run the command there, as with Invoke-Command";

    public async Task<DeviceReading> FindAsync(CancellationToken cancellationToken)
    {
        CimReading reading = await reader.ReadAsync(new CimQuery(PnPEntityClass.Class), cancellationToken).ConfigureAwait(false);
        return reading.Failure is { } failure
            ? DeviceReading.Failed(failure)
            : DeviceReading.Of([.. reading.Rows!
                .Where(row => row.Get(PnPEntityClass.HardwareID).Or([]).Any(NetAdapter.IsLoopbackId))
                .Select(row => row.Get(PnPEntityClass.DeviceID).Or(string.Empty))
                .Where(id => id.Length > 0)
                .Select(id => new LoopbackDevice(id))]);
    }

    public Task<DeviceOutcome> CreateAsync(CancellationToken cancellationToken) => Refuse();

    public Task<DeviceOutcome> RemoveAsync(string instanceId, CancellationToken cancellationToken) => Refuse();

    private static Task<DeviceOutcome> Refuse() => Task.FromResult(DeviceOutcome.Failed(new CimFailure(FailureKind.NotSupported, OnlyThere)));
}
