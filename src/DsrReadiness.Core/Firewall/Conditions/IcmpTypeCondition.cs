using System;
using System.Collections.Generic;
using System.Globalization;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for echo requests: type 8, or 128 of ICMPv6, with code 0. Written as 8, 8:0, 8.0 or 8:*; sources differ.</summary>
internal sealed class IcmpTypeCondition : IRuleCondition<FirewallRule>
{
    private static readonly HashSet<string> s_noKeywords = [];

    public Answer Ask(FirewallRule rule, RuleQuestion question)
    {
        if (question.Flow.Protocol != TransportProtocol.Icmp)
            return Answer.Yes;
        var types = ValueList<(int Type, int? Code)>.Read(rule.IcmpTypes, TryParse, s_noKeywords);
        if (types.IsAny)
            return Answer.Yes;
        int echo = question.Flow.Family == IPFamily.IPv4 ? 8 : 128;
        foreach ((int type, int? code) in types.Values)
        {
            if (type == echo && code is null or 0)
                return Answer.Yes;
        }

        return types.Unreadable is { } unreadable ? Answer.Unknown("IcmpType", unreadable) : Answer.No;
    }

    private static bool TryParse(string text, out (int Type, int? Code) value)
    {
        int colon = text.IndexOfAny([':', '.']);
        string code = colon < 0 ? "*" : text.Substring(colon + 1);
        value = default;
        if (!TryParseNumber(colon < 0 ? text : text.Substring(0, colon), out value.Type))
            return false;
        if (code == "*" || string.Equals(code, Limit.Any, StringComparison.OrdinalIgnoreCase))
            return true;
        bool isNumber = TryParseNumber(code, out int number);
        value.Code = number;
        return isNumber;
    }

    private static bool TryParseNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= byte.MaxValue;
}
