using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>
/// Packet capture and other products bring KM-TEST adapters of their own. One of them is the service's; with VIPs spread over several, or on
/// none of several, people and scripts take the wrong one.
/// </summary>
internal sealed class LoopbackIsUnambiguousCheck() : Check(new CheckInfo(
    "A02",
    "One KM-TEST loopback adapter holds VIPs of the service, and no other",
    [Severity.Warning],
    ReadingId.Topology,
    CheckNeeds.Loopback))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context) => [Judge(context)];

    private static string Describe(HostInterface loopback, IEnumerable<HostAddress> vips) =>
        $"{loopback} ({loopback.Index}) holds {string.Join(", ", vips.Select(held => held.Address))}";

    private static string Others(int others) => others switch
    {
        0 => ", and there is no other KM-TEST adapter.",
        1 => ", and the other KM-TEST adapter holds none.",
        _ => $", and the other {others} KM-TEST adapters hold none.",
    };

    private static string[] Move(HostAddress held, uint to) =>
        [AddressCommands.Remove(held.InterfaceIndex, held.Address), AddressCommands.Add(to, held.Address)];

    private Finding Judge(CheckContext context)
    {
        if (!context.Topology.All().TryGet(out IReadOnlyList<HostInterface>? all, out Missing? missing)
            || !context.Topology.KmTestLoopbacks().TryGet(out _, out missing)
            || !context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? addresses, out missing))
        {
            return Unknown(missing);
        }

        ILookup<uint, HostAddress> vips = addresses
            .Where(held => context.Service.VirtualIPAddresses.Contains(held.Address)).ToLookup(held => held.InterfaceIndex);
        HostInterface[] kmTest = all.Where(each => each.Kind == InterfaceKind.KmTestLoopback).ToArray();
        HostInterface[] holding = kmTest.Where(each => vips.Contains(each.Index)).ToArray();
        if (holding.Length == 1)
            return Passed(holding[0].Alias, Describe(holding[0], vips[holding[0].Index]) + Others(kmTest.Length - 1));
        if (holding.Length > 1)
            return Several(holding, vips);
        HostInterface? builtIn = all.FirstOrDefault(each => each.Kind == InterfaceKind.BuiltInLoopback && vips.Contains(each.Index));
        if (builtIn is not null)
            return NotApplicable(Describe(builtIn, vips[builtIn.Index]) + ", and there is only one built-in loopback.");
        return kmTest.Length switch
        {
            0 => NotApplicable("There is no loopback adapter. See A01."),
            1 => NotApplicable($"{kmTest[0]} is the only loopback adapter and holds no VIP yet. See V01."),
            _ => NoneOf(kmTest),
        };
    }

    private Finding Several(HostInterface[] holding, ILookup<uint, HostAddress> vips) => Failed(
        string.Join(", ", holding.Select(each => each.Alias)),
        $"VIPs of the service are on {holding.Length} KM-TEST adapters: "
            + string.Join("; ", holding.Select(each => Describe(each, vips[each.Index]))) + ".",
        Advice.Choose(
            $"Keep them on one, such as interface {holding[0].Index}.",
            holding.Skip(1).SelectMany(each => vips[each.Index]).SelectMany(held => Move(held, holding[0].Index))),
        "1",
        holding.Length.ToString(CultureInfo.InvariantCulture));

    private Finding NoneOf(HostInterface[] kmTest) => Failed(
        string.Join(", ", kmTest.Select(each => each.Alias)),
        $"There are {kmTest.Length} KM-TEST adapters and none holds a VIP of the service, so it cannot be told which one is meant for it: "
            + string.Join(", ", kmTest.Select(each => $"{each} ({each.Index})")) + ".",
        "Put the VIPs on one of them, or on one of their own: New-DsrLoopback makes it.",
        "1",
        "0");
}
