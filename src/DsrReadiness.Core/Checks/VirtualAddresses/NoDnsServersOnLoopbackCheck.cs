using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>Windows may ask DNS servers of any interface: those of a loopback, set for want of something better, slow names down or answer for the wrong network.</summary>
internal sealed class NoDnsServersOnLoopbackCheck() : Check(new CheckInfo(
    "V09",
    "The loopback has no DNS servers",
    [Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(DnsClientServerAddressClass.Class)],
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Loopbacks().Select(
        fact => fact.TryGet(out HostInterface? loopback, out Missing? missing) ? Judge(context, loopback) : Unknown(missing));

    private Finding Judge(CheckContext context, HostInterface loopback)
    {
        if (!context.Snapshot.DnsServers.TryGet(out IReadOnlyList<DnsServers>? rows, out Missing? missing))
            return Unknown(missing, loopback.Alias);
        DnsServers[] own = rows.Where(each => each.InterfaceIndex == loopback.Index).ToArray();
        string[] servers = own.SelectMany(each => each.Servers).Where(each => !DnsServers.IsDefault(each)).Select(each => each.ToString()).Distinct().ToArray();
        if (servers.Length > 0)
        {
            return Failed(
                loopback.Alias,
                $"{loopback} has the DNS servers {Wording.Some(servers)}.",
                Advice.Run("Remove them.", InterfaceCommands.ResetDnsServers(loopback.Index)),
                "none",
                Wording.Some(servers));
        }

        return own.FirstOrDefault(each => each.Texts is { HasValue: false, IsNull: false }) is { } unclear
            ? Unknown(Missing.Property("ServerAddresses of " + loopback, unclear.Texts), loopback.Alias)
            : Passed(loopback.Alias, $"{loopback} has no DNS servers.", "none", "none");
    }
}
