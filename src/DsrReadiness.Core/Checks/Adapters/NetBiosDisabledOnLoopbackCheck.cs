using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>NetBIOS on the loopback registers the VIP under this server's name, with WINS and by broadcast.</summary>
internal sealed class NetBiosDisabledOnLoopbackCheck() : LoopbackAdapterCheck(new CheckInfo(
    "A07",
    "NetBIOS over TCP/IP is off on the loopback",
    [Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(NetworkAdapterConfigurationClass.Class)],
    CheckNeeds.Loopback))
{
    protected override IEnumerable<Finding> Judge(CheckContext context, HostInterface loopback) => [JudgeOne(context, loopback)];

    private Finding JudgeOne(CheckContext context, HostInterface loopback)
    {
        if (context.Service.UsesNetBios)
            return NotApplicable("The service has a port of NetBIOS, which it may need on the VIP.");
        Reading<AdapterConfiguration> reading = context.Snapshot.AdapterConfigurations;
        if (!reading.TryGet(out IReadOnlyList<AdapterConfiguration>? rows, out Missing? missing))
            return Unknown(missing, loopback.Alias);
        if (rows.FirstOrDefault(each => each.InterfaceIndex.Is(loopback.Index)) is not { } row)
            return Unknown(Missing.Unknown($"{reading.Name} has no row for {loopback}.", "Collect again."), loopback.Alias);
        if (row.NetBios.Is(NetBiosOptions.DisableNetbios))
            return Passed(loopback.Alias, $"NetBIOS over TCP/IP is off on {loopback}.", "DisableNetbios", "DisableNetbios");
        return row.NetBios.Is(NetBiosOptions.EnableNetbios) || row.NetBios.Is(NetBiosOptions.EnableNetbiosViaDhcp)
            ? Failed(
                loopback.Alias,
                $"NetBIOS over TCP/IP of {loopback} is {row.NetBios}: the VIP may be registered under the server's own name.",
                Advice.Run(
                    $"Switch NetBIOS over TCP/IP off on {loopback}.",
                    new NetBios(Place.Of(loopback.Index), NetBiosOptions.DisableNetbios).Command),
                "DisableNetbios",
                row.NetBios.ToString())
            : Unknown(Missing.Property("TcpipNetbiosOptions of " + loopback, row.NetBios), loopback.Alias);
    }
}
