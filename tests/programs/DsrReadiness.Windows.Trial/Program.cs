using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Windows.Devices;
using DsrReadiness.Windows.Hosting;
using DsrReadiness.Windows.Neighbors;

namespace DsrReadiness.Windows.Trial;

/// <summary>Does one thing and writes what came of it, a line a fact: <c>name=value</c>.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        var devices = new LocalLoopbackDevices();
        switch (arguments[0])
        {
            case "sizes":
                Tell("DeviceInfoData", Marshal.SizeOf<DeviceInfoData>());
                Tell("RemoveDeviceParameters", Marshal.SizeOf<RemoveDeviceParameters>());
                Tell("DeviceInstallParameters", Marshal.SizeOf<DeviceInstallParameters>());
                Tell("NeighborRow", Marshal.SizeOf<NeighborRow>());
                Tell("NeighborRow.PhysicalAddress", Marshal.OffsetOf<NeighborRow>(nameof(NeighborRow.PhysicalAddress)));
                break;
            case "find":
                DeviceReading found = await devices.FindAsync(CancellationToken.None);
                Tell("found", found.Devices is null ? found.Failure! : string.Join(",", found.Devices.Select(each => each.InstanceId)));
                break;
            case "create":
                Tell("created", Text(await devices.CreateAsync(CancellationToken.None)));
                break;
            case "register": // as create, with an installation that succeeds
                Tell("registered", SetupDevices.Create("*MSLOOP", (_, _) => false).InstanceId);
                break;
            case "register-other":
                Tell("registered", SetupDevices.Create("*OTHER", (_, _) => false).InstanceId);
                break;
            case "remove":
                Tell("removed", Text(await devices.RemoveAsync(arguments[1], CancellationToken.None)));
                break;
            case "elevated":
                Tell("elevated", Elevation.IsElevated());
                break;
            case "addresses":
                Tell("addresses", string.Join(",", new LocalNeighborProbe().Addresses().Select(each => each.Address + "/" + each.PrefixLength)));
                break;
            case "arp":
                Tell("answer", Text(LocalNeighborProbe.AskByArp(IPAddress.Parse(arguments[1]), IPAddress.Any)));
                break;
            case "ask":
                Tell("answer", Text(await new LocalNeighborProbe().AskAsync(
                    IPAddress.Parse(arguments[1]), new ProbeAddress(1, "trial", IPAddress.Any, 0), CancellationToken.None)));
                break;
            case "folder":
                Folder(arguments[1]);
                break;
            default:
                return 64;
        }

        return 0;
    }

    private static string Text(DeviceOutcome outcome) =>
        outcome.Failure is { } failure ? failure.Kind + ": " + failure.Message : outcome.Device!.InstanceId + (outcome.RestartNeeded ? " restart" : string.Empty);

    private static string Text(ProbeReply reply) => reply.Failure is { } failure ? failure.Kind + ": " + failure.Message : reply.LinkLayerAddress ?? "nobody";

    private static void Folder(string path)
    {
        OwnersFolder.Ensure(path);
        Tell("exists", Directory.Exists(path));
        Tell("rights", OwnersFolder.RightsOf(path));
        try
        {
            OwnersFolder.Ensure(path);
            Tell("again", "accepted");
        }
        catch (IOException e)
        {
            Tell("again", e.Message);
        }
    }

    private static void Tell(string name, object value) => Console.WriteLine(name + "=" + Convert.ToString(value, CultureInfo.InvariantCulture));
}
