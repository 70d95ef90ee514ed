using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Lab;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands.Tests.Servers;

public sealed class RemoteDevicesTests
{
    private readonly LabServer _lab = new LabServerBuilder("WEB01").Loopback("VIPs").Tap("TAP").Build();

    [Fact]
    public async Task Loopback_devices_are_seen_as_on_the_computer_itself()
    {
        DeviceReading there = await _lab.FindAsync(CancellationToken.None);
        DeviceReading here = await new RemoteDevices(_lab).FindAsync(CancellationToken.None);

        Assert.Single(here.Devices!);
        Assert.Equal(there.Devices!.Select(device => device.InstanceId), here.Devices!.Select(device => device.InstanceId));
    }

    [Fact]
    public async Task None_is_made_or_removed()
    {
        var devices = new RemoteDevices(_lab);

        Assert.Equal(FailureKind.NotSupported, (await devices.CreateAsync(CancellationToken.None)).Failure!.Kind);
        Assert.Equal(FailureKind.NotSupported, (await devices.RemoveAsync("ROOT\\NET\\0000", CancellationToken.None)).Failure!.Kind);
        Assert.DoesNotContain(_lab.Calls, call => call.IsChange);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_failure()
    {
        _lab.Faults.AtRead(1).Fail(FailureKind.AccessDenied);

        Assert.Equal(FailureKind.AccessDenied, (await new RemoteDevices(_lab).FindAsync(CancellationToken.None)).Failure!.Kind);
    }
}
