using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>
/// On the loopback IP is needed and nothing else: file sharing and discovery there publish the VIP as an address of this server. File and print services on the VIP
/// are the exception.
/// </summary>
internal sealed class LoopbackBindingsTrimmedCheck() : LoopbackAdapterCheck(new CheckInfo(
    "A06",
    "Only the protocols that the service needs are bound to the loopback",
    [Severity.Error, Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(NetAdapterBindingClass.Class)],
    CheckNeeds.Loopback))
{
    protected override IEnumerable<Finding> Judge(CheckContext context, HostInterface loopback)
    {
        if (!Bindings.Of(context.Snapshot, loopback).TryGet(out IReadOnlyList<AdapterBinding>? bindings, out Missing? missing))
            return [Unknown(missing, loopback.Alias)];
        string[] needed = Needed(context, loopback).ToArray();
        IEnumerable<Finding> lacking = needed.Select(component => MustBeOn(loopback, component, Find(bindings, component)));
        IEnumerable<Finding> surplus = Binding.Unwanted.Except(needed).Select(component => (Component: component, Bound: Find(bindings, component)))
            .Where(each => each.Bound is not null).Select(each => MustBeOff(loopback, each.Component, each.Bound!));
        return lacking.Concat(surplus);
    }

    private static IEnumerable<string> Needed(CheckContext context, HostInterface loopback)
    {
        IEnumerable<IPFamily> families = context.Service.VirtualIPAddresses
            .Where(vip => context.LoopbackOf(vip).TryGet(out HostInterface? on, out _) && on.Equals(loopback))
            .Select(vip => vip.Family()).Distinct();
        foreach (IPFamily family in families)
            yield return family == IPFamily.IPv4 ? "ms_tcpip" : "ms_tcpip6";
        if (context.Service.IsFileService)
            yield return Binding.FileServer;
    }

    private static AdapterBinding? Find(IReadOnlyList<AdapterBinding> bindings, string component) =>
        bindings.FirstOrDefault(each => string.Equals(each.ComponentId, component, StringComparison.OrdinalIgnoreCase));

    private static Advice Command(bool isOn, HostInterface loopback, string component) => Advice.Run(
        isOn ? $"Bind {component} to {loopback}." : $"Unbind {component} from {loopback}.",
        new Binding(Place.Of(loopback.Index), component, isOn).Command);

    private Finding MustBeOn(HostInterface loopback, string component, AdapterBinding? binding)
    {
        if (binding?.Enabled.Is(true) == true)
            return Passed(loopback.Alias, $"{component} is bound to {loopback}.", "bound", "bound");
        if (binding is { Enabled.HasValue: false })
            return Unknown(Missing.Property($"Enabled of {component} on {loopback}", binding.Enabled), loopback.Alias);
        return Failed(
            Severity.Error,
            loopback.Alias,
            $"{component} is not bound to {loopback}, and the service on the VIP needs it.",
            binding is null ? $"Install {component} on the server, and bind it to the loopback." : Command(true, loopback, component),
            "bound",
            binding is null ? "not installed" : "not bound");
    }

    private Finding MustBeOff(HostInterface loopback, string component, AdapterBinding binding)
    {
        if (binding.Enabled.Is(false))
            return Passed(loopback.Alias, $"{component} is not bound to {loopback}.", "not bound", "not bound");
        return binding.Enabled.HasValue
            ? Failed(
                Severity.Warning,
                loopback.Alias,
                $"{component} is bound to {loopback}, where it is of no use and may publish the VIP as an address of this server.",
                Command(false, loopback, component),
                "not bound",
                "bound")
            : new Finding(
                Outcome.Unknown,
                Severity.Warning,
                loopback.Alias,
                $"Enabled of {component} on {loopback} is {binding.Enabled}.",
                "Collect again with every property of the class.");
    }
}
