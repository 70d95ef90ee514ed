using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;

namespace DsrReadiness.Desired;

/// <summary>
/// Chooses the loopback of each VIP: the one that holds it; else one that was named, that a run of ours made, or that visibly serves this purpose; else a new one. A
/// loopback adapter that nothing tells the purpose of may be another product's, and is left alone.
/// </summary>
internal static class LoopbackChoice
{
    private const string PreferredAlias = "DSR Loopback";

    public static IReadOnlyDictionary<IPAddress, Place> Choose(HostContext context, PlanOptions options)
    {
        HostInterface[] loopbacks = All(context).Where(each => each.IsLoopback).ToArray();
        HostAddress[] addresses = [.. new[] { CimStore.Active, CimStore.Persistent }.SelectMany(store => context.Snapshot.Addresses(store).Rows ?? [])];
        var chosen = new Dictionary<IPAddress, Place>();
        Place? common = null;
        foreach (IPAddress vip in context.Service.VirtualIPAddresses)
        {
            HostInterface? holder = loopbacks.FirstOrDefault(each => Holds(addresses, each, vip));
            chosen.Add(vip, holder is not null ? Existing(holder, options) : common ??= ForNewAddresses(context, loopbacks, addresses, options));
        }

        return chosen;
    }

    /// <summary>The same for what is set up: never on a device that waits for a restart, which may be the one that removes it.</summary>
    /// <exception cref="PlanRefusedException">It does.</exception>
    public static IReadOnlyDictionary<IPAddress, Place> ForSetUp(HostContext context, PlanOptions options)
    {
        IReadOnlyDictionary<IPAddress, Place> chosen = Choose(context, options);
        return chosen.Values.Select(each => each.Index is { } index ? PendingRestart.Of(context, index) : null).OfType<Refusal>().FirstOrDefault() is { } waits
            ? throw new PlanRefusedException(waits)
            : chosen;
    }

    private static IReadOnlyList<HostInterface> All(HostContext context) => context.Topology.All().TryGet(out IReadOnlyList<HostInterface>? all, out Missing? missing)
        ? all
        : throw new PlanRefusedException(new Refusal("A01", missing.Reason, missing.Recommendation));

    private static Place ForNewAddresses(
        HostContext context, HostInterface[] loopbacks, IReadOnlyList<HostAddress> addresses, PlanOptions options)
    {
        HostInterface[] adapters = loopbacks.Where(each => each.Kind == InterfaceKind.KmTestLoopback).ToArray();
        if (options.Loopback is { } given)
            return Existing(Given(adapters, given), options);
        HostInterface[] ours = adapters.Where(each => IsOwn(each, options)).ToArray();
        if (ours.Length == 0)
            ours = adapters.Where(each => ServesThisPurpose(context, addresses, each)).ToArray();
        return ours.Length switch
        {
            0 => Place.ToBeMade(FreeAlias(All(context))),
            1 => Existing(ours[0], options),
            _ => throw new PlanRefusedException(new Refusal(
                "A02",
                "Several loopback adapters may be meant for VIPs: " + string.Join(", ", ours.Select(each => each.Alias)) + ".",
                "Name the one to use.")),
        };
    }

    private static HostInterface Given(HostInterface[] adapters, string given) => adapters.FirstOrDefault(
            each => string.Equals(each.Alias, given, StringComparison.OrdinalIgnoreCase) || each.Index.ToString(CultureInfo.InvariantCulture) == given)
        ?? throw new PlanRefusedException(new Refusal(
            "A01",
            $"There is no loopback adapter '{given}'; there are: {(adapters.Length == 0 ? "none" : string.Join(", ", adapters.Select(each => each.Alias)))}.",
            "Name one of these, or none to have one made."));

    private static Place Existing(HostInterface found, PlanOptions options) => Place.Existing(found, isNew: IsOwn(found, options));

    private static bool IsOwn(HostInterface each, PlanOptions options) =>
        each.Adapter?.DeviceInstanceId.TryGet(out string instanceId) == true && options.OwnDevices.Contains(instanceId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Weak host send or receive is on there, or it has a single-host address that somebody gave it.</summary>
    private static bool ServesThisPurpose(HostContext context, IReadOnlyList<HostAddress> addresses, HostInterface each) =>
        (context.Snapshot.IPInterfaces(CimStore.Active).Rows ?? []).Any(
            row => row.InterfaceIndex == each.Index && (row.WeakHostSend.Is(Toggle.Enabled) || row.WeakHostReceive.Is(Toggle.Enabled)))
        || addresses.Any(address => address.InterfaceIndex == each.Index
            && !SpecialAddresses.IsAutomatic(address.Address) && address.OnLinkPrefix?.IsHost == true);

    private static bool Holds(IReadOnlyList<HostAddress> addresses, HostInterface each, IPAddress vip) =>
        addresses.Any(address => address.InterfaceIndex == each.Index && address.Address.Equals(vip));

    /// <summary>A name that somebody wants for a new adapter.</summary>
    /// <exception cref="PlanRefusedException">It is taken.</exception>
    public static string Free(HostContext context, string alias) =>
        All(context).Any(each => string.Equals(each.Alias, alias, StringComparison.OrdinalIgnoreCase))
            ? throw new PlanRefusedException(new Refusal("A04", $"There is an interface '{alias}' already.", "Give the new adapter another name, or none to have one chosen."))
            : alias;

    private static string FreeAlias(IReadOnlyList<HostInterface> all)
    {
        string alias = PreferredAlias;
        for (int i = 2; all.Any(each => string.Equals(each.Alias, alias, StringComparison.OrdinalIgnoreCase)); i++)
            alias = PreferredAlias + " " + i.ToString(CultureInfo.InvariantCulture);
        return alias;
    }
}
