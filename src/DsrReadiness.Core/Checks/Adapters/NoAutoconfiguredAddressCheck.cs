using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>
/// A fresh KM-TEST adapter asks for DHCP, hears nobody, and gives itself a 169.254 address, which the server may then use as a source and
/// register in DNS.
/// </summary>
internal sealed class NoAutoconfiguredAddressCheck() : Check(new CheckInfo(
    "A08",
    "The loopback gives itself no IPv4 address",
    [Severity.Warning],
    ReadingId.Topology,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Families.Contains(IPFamily.IPv4)
        ? context.LoopbacksOf(IPFamily.IPv4).Select(fact => fact.TryGet(out HostInterface? loopback, out Missing? missing)
            ? Judge(context, loopback)
            : Unknown(missing))
        : [NotApplicable("The service has no IPv4 VIP.")];

    private static Advice DhcpOff(HostInterface loopback) => Advice.Run(
        $"Switch DHCP off on {loopback}.", new Dhcp(Place.Of(loopback.Index), false).Command);

    private Finding Judge(CheckContext context, HostInterface loopback)
    {
        if (!context.IPInterface(loopback, IPFamily.IPv4, CimStore.Active).TryGet(out IPInterface? row, out Missing? missing)
            || !context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? addresses, out missing))
        {
            return Unknown(missing, loopback.Alias);
        }

        HostAddress? own = addresses.FirstOrDefault(each => each.InterfaceIndex == loopback.Index && each.Family == IPFamily.IPv4
            && each.Address.IsLinkLocal() && !context.Service.VirtualIPAddresses.Contains(each.Address));
        if (row.Dhcp.Is(Toggle.Enabled))
        {
            return Failed(
                loopback.Alias,
                own is null
                    ? $"DHCP is on for {loopback}, so that it gives itself a 169.254 address when no server answers."
                    : $"DHCP is on for {loopback}, and it has given itself {own.Address}.",
                DhcpOff(loopback),
                nameof(Toggle.Disabled),
                nameof(Toggle.Enabled));
        }

        if (own is not null)
        {
            return Failed(
                loopback.Alias,
                $"{loopback} has the autoconfigured address {own.Address}.",
                Advice.Run($"Remove {own.Address}.", AddressCommands.Remove(loopback.Index, own.Address)),
                "none",
                own.Address.ToString());
        }

        return row.Dhcp.Is(Toggle.Disabled)
            ? Passed(loopback.Alias, $"DHCP is off for {loopback}, and it has no 169.254 address.", nameof(Toggle.Disabled), nameof(Toggle.Disabled))
            : Unknown(Missing.Property("Dhcp of " + loopback, row.Dhcp), loopback.Alias);
    }
}
