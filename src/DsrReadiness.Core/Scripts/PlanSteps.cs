using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks.Firewalls;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Plans;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>The steps of a plan: what is missing, and back to what was there.</summary>
/// <param name="plan">The plan.</param>
/// <param name="loopback">How the loopback is to be named; null for as the plan names it.</param>
internal sealed class PlanSteps(Plan plan, string? loopback)
{
    private bool _hadAddress;

    /// <exception cref="ScriptRefusedException">A change cannot be put into a script.</exception>
    public ScriptPlan Read()
    {
        if (plan.Changes.Count == 0 && plan.Refusals.Count > 0)
            throw new ScriptRefusedException("There is no plan: " + plan.Refusals[0].Reason, plan.Refusals[0].Recommendation ?? "Look at the plan.");
        List<ScriptChange> changes = plan.Changes.SelectMany(Read).ToList();
        if (changes.SelectMany(change => new[] { change.Do.On, change.Undo?.On }).OfType<ScriptInterface>().Distinct().GroupBy(on => on.Role).Any(group => group.Count() > 1))
            throw new ScriptRefusedException("The plan changes more than one loopback adapter, or more than one answering interface.", "Make a plan for each VIP.");
        ScriptInterface? traffic = changes.Select(change => change.Do.On).FirstOrDefault(on => on?.Role == "traffic");
        return new ScriptPlan(plan.ComputerName, plan.Service, traffic, changes, plan.Refusals.Select(refusal => "Check " + refusal.CheckId + " is left to you; the plan says why.").ToArray());
    }

    private IEnumerable<ScriptChange> Read(Change change)
    {
        CimClass @class = change.Row.Class;
        if (@class == LoopbackDeviceClass.Class)
            return [Device(change)];
        if (@class == NetFirewallRuleClass.Class)
            return Rule(change);
        ScriptInterface on = Interface(change.Row.On ?? throw Cannot(change));
        if (@class == NetIPAddressClass.Class)
            return [Address(change, on)];
        if (@class == NetRouteClass.Class)
            return [Route(change, on)];
        IPFamily? family = @class == NetIPInterfaceClass.Class ? (IPFamily)Number(Condition(change, NetIPInterfaceClass.AddressFamily), NetIPInterfaceClass.AddressFamily) : null;
        return change.To.Values.Where(pair => pair.Key != NetIPInterfaceClass.AutomaticMetric && pair.Key != NetAdapterClass.Name)
            .Select(pair => Setting(change, on, family, pair.Key, pair.Value));
    }

    private static ScriptChange Device(Change change) => change.To.IsPresent
        ? new("The loopback adapter, which owns the VIP and has no wire to answer ARP on.", new ScriptStep.MakeLoopback(), "The loopback adapter goes.", new ScriptStep.RemoveLoopback())
        : throw new ScriptRefusedException("The plan removes the loopback adapter, which no command of Windows does.", "Let Invoke-DsrPlan do it, which knows the device that it made.");

    private ScriptChange Address(Change change, ScriptInterface on)
    {
        IPAddress address = Parse(Condition(change, NetIPAddressClass.IPAddress), change);
        if (!change.To.IsPresent && address.IsLinkLocal())
        {
            return new(
                $"No automatic address on {on.Words}; a static one ends it as well.",
                new ScriptStep.RemoveAutomaticAddress(on, address),
                "Windows gives itself an automatic address again where DHCP is on.",
                null);
        }

        bool isFirst = !_hadAddress;
        _hadAddress = true;
        RowState? from = change.From?.Values.FirstOrDefault(state => state.IsPresent);
        int lengthBefore = from?[NetIPAddressClass.PrefixLength] is { } given ? Number(given, NetIPAddressClass.PrefixLength) : address.Family().Bits();
        bool skippedBefore = Equals(from?[NetIPAddressClass.SkipAsSource], true);
        var remove = new ScriptStep.RemoveAddress(on, address, isFirst);
        if (change.To.IsPresent)
        {
            var add = new ScriptStep.AddAddress(on, address, Number(change.To[NetIPAddressClass.PrefixLength], NetIPAddressClass.PrefixLength), true, isFirst);
            return from is null
                ? new($"The VIP {address} on {on.Words}.", add, $"{address} leaves {on.Words}. Drain the server at the balancer first.", remove)
                : throw new ScriptRefusedException(
                    $"{address} is there already and only its settings are wrong, which a script cannot set right safely.", "Let Invoke-DsrPlan do it, or take the address off and plan again.");
        }

        string words = $"{address} leaves {on.Words}. Drain the server at the balancer first.";
        return on.Role == "loopback"
            ? new(words, remove, $"{address} is back on {on.Words}.", new ScriptStep.AddAddress(on, address, lengthBefore, skippedBefore, isFirst))
            : new(words, remove, $"{address} is not put back: {on.Words} would answer for it.", null);
    }

    private static ScriptChange Route(Change change, ScriptInterface on)
    {
        IPAddress nextHop = Parse(Condition(change, NetRouteClass.NextHop), change);
        IPPrefix prefix = IPPrefix.TryParse(Text(Condition(change, NetRouteClass.DestinationPrefix)), out IPPrefix? parsed) ? parsed : throw Cannot(change);
        return new(
            $"The default route through {nextHop} leaves {on.Words}.",
            new ScriptStep.DefaultRoute(on, prefix, nextHop, false),
            $"The default route through {nextHop} is back.",
            new ScriptStep.DefaultRoute(on, prefix, nextHop, true));
    }

    private static ScriptChange Setting(Change change, ScriptInterface on, IPFamily? family, CimProperty property, object? value)
    {
        object? before = change.From?.Values.Select(state => state[property]).FirstOrDefault(each => each is not null);
        ScriptChange Of(string words, Func<int, ScriptStep> step, int toDefault) => new(
            words, step(Number(value, property)), "Back: " + words, step(before is null ? toDefault : Number(before, property)));
        if (property == NetAdapterClass.InterfaceAdminStatus)
            return Of("The loopback adapter is enabled.", status => new ScriptStep.Adapter(on, status == (int)AdminStatus.Up), (int)AdminStatus.Down);
        if (property == NetAdapterBindingClass.Enabled)
        {
            string component = Text(Condition(change, NetAdapterBindingClass.ComponentID));
            return Of($"{component} is not bound to {on.Words}.", bound => new ScriptStep.Binding(on, component, bound == 1), 1);
        }

        if (property == NetworkAdapterConfigurationClass.TcpipNetbiosOptions)
            return Of("No NetBIOS names for the VIP.", option => new ScriptStep.NetBios(on, option), 0);
        if (property == DnsClientClass.RegisterThisConnectionsAddress)
            return Of("The loopback adapter stays out of DNS.", registers => new ScriptStep.DnsRegistration(on, registers == 1), 1);
        if (property == NetIPInterfaceClass.Dhcp)
            return Of("DHCP is off on the loopback adapter.", dhcp => new ScriptStep.Dhcp(on, dhcp == 1), 1);
        if (property == NetIPInterfaceClass.InterfaceMetric)
        {
            bool wasAutomatic = change.From is null || change.From.Values.All(state => state[NetIPInterfaceClass.AutomaticMetric] is null or 1L);
            return new(
                $"{family}: the metric of the loopback adapter is high.",
                new ScriptStep.Metric(on, family!.Value, Number(value, property)),
                $"{family}: the metric is what it was.",
                new ScriptStep.Metric(on, family.Value, wasAutomatic || before is null ? null : Number(before, property)));
        }

        if (property == NetIPInterfaceClass.WeakHostSend || property == NetIPInterfaceClass.WeakHostReceive)
        {
            bool isSend = property == NetIPInterfaceClass.WeakHostSend;
            return Of($"{family}: weak host {(isSend ? "send" : "receive")} {(Number(value, property) == 1 ? "on" : "off")} for {on.Words}.", flag => new ScriptStep.WeakHost(on, family!.Value, isSend, flag == 1), 0);
        }

        throw Cannot(change);
    }

    private static IEnumerable<ScriptChange> Rule(Change change)
    {
        string name = Text(Condition(change, NetFirewallRuleClass.InstanceId));
        RuleConditions? conditions = Conditions(change.Options);
        if (!change.To.IsPresent)
        {
            return [new("A firewall rule of ours goes.", new ScriptStep.RemoveRule(name, conditions), "It is back.", conditions is null ? null : new ScriptStep.AddRule(name, conditions))];
        }

        // Enabling is a change of its own for who can prove the conditions in between; in a script they are one command.
        if (conditions is null)
            return [];
        return [new($"The firewall lets the service in at {conditions.To}.", new ScriptStep.AddRule(name, conditions), $"The firewall lets it in at {conditions.To} no longer.", new ScriptStep.RemoveRule(name, conditions))];
    }

    private static RuleConditions? Conditions(IReadOnlyList<CimAssignment> options)
    {
        string[] Values(CimProperty property) => options.FirstOrDefault(each => each.Name == property.Name)?.Value switch
        {
            object?[] many => many.Select(each => each?.ToString() ?? string.Empty).ToArray(),
            string one => [one],
            _ => [],
        };
        string protocol = Values(NetProtocolPortFilterClass.Protocol).FirstOrDefault() ?? string.Empty;
        string[] to = Values(NetAddressFilterClass.LocalAddress);
        PortRange? ports = PortRange.TryParse(Values(NetProtocolPortFilterClass.LocalPort).FirstOrDefault() ?? string.Empty, out PortRange range) ? range : null;
        IPPrefix?[] from = Values(NetAddressFilterClass.RemoteAddress).Select(text => IPPrefix.TryParse(text, out IPPrefix? prefix) ? prefix : null).ToArray();
        TransportProtocol? parsed = protocol switch
        {
            "TCP" when ports is not null => TransportProtocol.Tcp,
            "UDP" when ports is not null => TransportProtocol.Udp,
            "ICMPv4" or "ICMPv6" => TransportProtocol.Icmp,
            _ => null,
        };
        return parsed is null || to.Length != 1 || from.Contains(null) || !AddressText.TryParse(to[0], out IPAddress? address)
            ? null
            : new RuleConditions(parsed.Value, parsed == TransportProtocol.Icmp ? null : ports, address, from.OfType<IPPrefix>().ToArray());
    }

    private ScriptInterface Interface(InterfaceRef reference)
    {
        string? traffic = plan.Service.TrafficInterface;
        bool isLoopback = reference.Kind != InterfaceRefKind.Adapter || plan.Changes.Any(change => change.To.IsPresent && change.Row.Class == NetIPAddressClass.Class && reference.Equals(change.Row.On)
            || (change.Row.On?.Equals(reference) == true && change.To.Values.ContainsKey(NetIPInterfaceClass.WeakHostSend)));
        if (isLoopback)
            return ScriptInterface.Loopback(Refuse(loopback ?? reference.Alias, loopback is null));
        bool isTraffic = plan.Changes.Any(change => reference.Equals(change.Row.On) && change.To.Values.ContainsKey(NetIPInterfaceClass.WeakHostReceive));
        if (isTraffic)
            return ScriptInterface.Traffic(traffic is null || string.Equals(traffic, reference.Alias, StringComparison.OrdinalIgnoreCase) ? Refuse(reference.Alias, true) : traffic);
        return plan.Changes.Any(change => reference.Equals(change.Row.On) && change.To.Values.Keys.Any(key => key.ClassName != NetIPAddressClass.Class.Name))
            ? ScriptInterface.Loopback(Refuse(loopback ?? reference.Alias, loopback is null))
            : ScriptInterface.Answering(Refuse(reference.Alias, true));
    }

    /// <summary>A server's interface of digits alone would be taken for an index.</summary>
    private static string Refuse(string alias, bool isAlias) => isAlias && alias.All(char.IsDigit)
        ? throw new ScriptRefusedException("An interface has a name of digits alone, which tools take for an index.", "Give it by its index.")
        : alias;

    private static object? Condition(Change change, CimProperty property) =>
        change.Row.Where.FirstOrDefault(each => each.Property == property)?.Value ?? throw Cannot(change);

    /// <summary>A number, switch or name of a value: snapshots may have any of them, or what is none.</summary>
    private static int Number(object? value, CimProperty property) => value switch
    {
        bool flag => flag ? 1 : 0,
        not null when CimConvert.TryToInt64(value, out long number) && number is >= 0 and <= int.MaxValue => (int)number,
        string text when bool.TryParse(text, out bool flag) => flag ? 1 : 0,
        string text when property.Values is { } names && Array.Find(Enum.GetNames(names), name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name
            => Convert.ToInt32(Enum.Parse(names, name), CultureInfo.InvariantCulture),
        _ => throw new ScriptRefusedException($"{property.Name} of the server is no value that a script could put back.", "Let Invoke-DsrPlan make the plan."),
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static IPAddress Parse(object? value, Change change) => AddressText.TryParse(Text(value), out IPAddress? address) ? address : throw Cannot(change);

    private static ScriptRefusedException Cannot(Change change) =>
        new($"A change of {change.Row.Class.Name} cannot be written as a script.", "Let Invoke-DsrPlan make it.");
}
