using System;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;

namespace DsrReadiness.Scripts;

/// <summary>The steps of a plan's settings: of an adapter, what is bound to it, and a family on it.</summary>
internal static class PlanSettings
{
    public static ScriptChange Read(Change change, ScriptInterface on, IPFamily? family, CimProperty property, object? value)
    {
        object? before = change.From?.Values.Select(state => state[property]).FirstOrDefault(each => each is not null);
        ScriptChange Of(string words, Func<int, ScriptStep> step, int toDefault) => new(
            words, step(PlanValues.Number(value, property)), "Back: " + words, step(before is null ? toDefault : PlanValues.Number(before, property)));
        if (property == NetAdapterClass.InterfaceAdminStatus)
            return Of("The loopback adapter is enabled.", status => new ScriptStep.Adapter(on, status == (int)AdminStatus.Up), (int)AdminStatus.Down);
        if (property == NetAdapterBindingClass.Enabled)
        {
            string component = PlanValues.Text(PlanValues.Condition(change, NetAdapterBindingClass.ComponentID));
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
                new ScriptStep.Metric(on, family!.Value, PlanValues.Number(value, property)),
                $"{family}: the metric is what it was.",
                new ScriptStep.Metric(on, family.Value, wasAutomatic || before is null ? null : PlanValues.Number(before, property)));
        }

        if (property == NetIPInterfaceClass.WeakHostSend || property == NetIPInterfaceClass.WeakHostReceive)
        {
            bool isSend = property == NetIPInterfaceClass.WeakHostSend;
            return Of($"{family}: weak host {(isSend ? "send" : "receive")} {(PlanValues.Number(value, property) == 1 ? "on" : "off")} for {on.Words}.", flag => new ScriptStep.WeakHost(on, family!.Value, isSend, flag == 1), 0);
        }

        throw PlanValues.Cannot(change);
    }
}
