using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>An address on the loopback that is no VIP is one that the server has and the network cannot reach, or a VIP that everybody has forgotten.</summary>
internal sealed class NothingElseOnLoopbackCheck() : Check(new CheckInfo(
    "V07",
    "The loopback holds VIPs of known services and nothing else",
    [Severity.Warning],
    ReadingId.Interfaces,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => context.Loopbacks().SelectMany(
        fact => fact.TryGet(out HostInterface? loopback, out Missing? missing) ? Judge(context, loopback) : [Unknown(missing)]);

    /// <summary>What Windows gives an interface by itself; that there is an IPv4 one of these is another check's to say.</summary>
    private static bool IsExpected(CheckContext context, HostInterface loopback, IPAddress address) =>
        context.Service.VirtualIPAddresses.Contains(address) || address.IsLinkLocal() || OwnerOf(context, address) is not null
        || (loopback.Kind == InterfaceKind.BuiltInLoopback && IPAddress.IsLoopback(address));

    /// <summary>The other service that an address is the VIP of; null if none is known.</summary>
    private static DsrService? OwnerOf(CheckContext context, IPAddress address) =>
        context.Inputs.OtherServices?.FirstOrDefault(service => service.VirtualIPAddresses.Contains(address));

    private static bool IsSetUpAsVip(HostAddress address) => address.SkipAsSource.Is(true) && address.PrefixLength.Is((uint)address.Family.Bits());

    /// <summary>Where all services of the server are known, an address of none of them is one that everybody has forgotten.</summary>
    private Finding JudgeForgotten(HostInterface loopback, HostAddress other) => Failed(
        loopback.Alias,
        $"{loopback} holds {other.Address} too, which is the VIP of no service of this server.",
        Advice.Choose("If a service needs it, name that in the service file. If nobody needs it, remove it.", AddressCommands.Remove(loopback.Index, other.Address)),
        "VIPs of services",
        other.Address.ToString());

    /// <summary>Where other services are not known, an address that cannot be mistaken for a host's own is taken for the VIP of one.</summary>
    private IEnumerable<Finding> Judge(CheckContext context, HostInterface loopback)
    {
        if (!context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? addresses, out Missing? missing))
            return [Unknown(missing, loopback.Alias)];
        HostAddress[] others = addresses.Where(each => each.InterfaceIndex == loopback.Index && !IsExpected(context, loopback, each.Address)).ToArray();
        if (context.Inputs.OtherServices is not null && others.Length > 0)
            return others.Select(other => JudgeForgotten(loopback, other));
        string[] vips = others.Where(IsSetUpAsVip).Select(each => each.Address.ToString()).ToArray();
        string also = vips.Length == 0 ? string.Empty : $" {Wording.Some(vips)}, set up as VIPs are, count as those of other services.";
        return Array.TrueForAll(others, IsSetUpAsVip)
            ? [Passed(loopback.Alias, $"{loopback} holds VIPs and nothing else.{also}", "VIPs", "VIPs")]
            : others.Where(each => !IsSetUpAsVip(each)).Select(other => Failed(
                loopback.Alias,
                $"{loopback} holds {other.Address} too, which is not a VIP of this service and not set up as one.",
                Advice.Choose(
                    "If it is the VIP of another service, make its prefix a host's and skip it as source. If nobody needs it, remove it.",
                    AddressCommands.Remove(loopback.Index, other.Address)),
                "VIPs",
                other.Address.ToString()));
    }
}
