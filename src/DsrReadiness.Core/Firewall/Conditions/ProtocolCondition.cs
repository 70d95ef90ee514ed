using System;
using System.Collections.Generic;
using System.Globalization;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for the protocol, by name or by number.</summary>
internal sealed class ProtocolCondition : IRuleCondition<TrafficRule>
{
    private const int Any = 256;
    private const int Icmpv6 = 58;

    private static readonly Dictionary<string, int> s_byName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Any"] = Any,
        ["HOPOPT"] = 0,
        ["ICMPv4"] = 1,
        ["IGMP"] = 2,
        ["TCP"] = 6,
        ["UDP"] = 17,
        ["IPv6"] = 41,
        ["IPv6-Route"] = 43,
        ["IPv6-Frag"] = 44,
        ["GRE"] = 47,
        ["ICMPv6"] = Icmpv6,
        ["IPv6-NoNxt"] = 59,
        ["IPv6-Opts"] = 60,
        ["VRRP"] = 112,
        ["PGM"] = 113,
        ["L2TP"] = 115,
    };

    /// <summary>The names that rules may have in place of numbers.</summary>
    public static IReadOnlyCollection<string> Names => s_byName.Keys;

    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        Field<string> protocol = rule.Protocol;
        if (protocol.IsNull)
            return Answer.Yes;
        if (!protocol.TryGet(out string text))
            return Answer.Unknown("Protocol", protocol);
        if (!s_byName.TryGetValue(text, out int number)
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= Any))
        {
            return Answer.Unknown("Protocol", "unreadable ('" + text + "')");
        }

        return number == Any || number == NumberOf(question.Flow);
    }

    private static int NumberOf(Flow flow) =>
        flow.Protocol == TransportProtocol.Icmp && flow.Family == IPFamily.IPv6 ? Icmpv6 : (int)flow.Protocol;
}
