using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Firewall;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>The steps of a plan's firewall rules.</summary>
internal static class PlanRules
{
    public static IEnumerable<ScriptChange> Read(Change change)
    {
        string name = PlanValues.Text(PlanValues.Condition(change, NetFirewallRuleClass.InstanceId));
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
}
