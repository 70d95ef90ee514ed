using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>
/// Whether a firewall rule is about one packet, condition after condition; null where a condition that decides could not be read. A rule
/// that asks for an authenticated connection, a user, an app or some of the ports that clients use is about some packets only and counts for none.
/// </summary>
internal sealed class PacketRuleMatcher(HostView host)
{
    private const FirewallInterfaceTypes NotWired = FirewallInterfaceTypes.Wireless | FirewallInterfaceTypes.RemoteAccess | (FirewallInterfaceTypes)8;

    private static readonly Dictionary<IPFamily, IPAddress> s_anybody = new() { [IPFamily.IPv4] = IPAddress.Parse("198.51.100.77"), [IPFamily.IPv6] = IPAddress.Parse("2001:db8:78::77") };

    private static readonly string[] s_others =
    [
        "TCP", "UDP", "ICMPv4", "ICMPv6", "HOPOPT", "IGMP", "IPv6", "IPv6-Route", "IPv6-Frag", "GRE", "IPv6-NoNxt", "IPv6-Opts", "VRRP", "PGM", "L2TP",
    ];

    private readonly PacketTaker _taker = new(host);
    private readonly AddressWords _words = new(host.Snapshot);

    public bool? IsAbout(FirewallRule rule, PathPacket packet, HostLink at, FirewallProfiles category, bool allows)
    {
        bool? all = true;
        foreach (bool? each in Conditions(rule, packet, at, category, allows))
        {
            if (each == false)
                return false;
            all = each is null ? null : all;
        }

        return all;
    }

    private IEnumerable<bool?> Conditions(FirewallRule rule, PathPacket packet, HostLink at, FirewallProfiles category, bool allows)
    {
        foreach (bool? common in OfTraffic(rule, packet, at, category))
            yield return common;
        yield return Is(rule.Direction, FirewallDirection.Inbound, FirewallDirection.Outbound);
        yield return IsAction(rule.Action, allows);
        yield return packet.Protocol == TransportProtocol.Icmp ? LiteralText.Holds(rule.IcmpTypes, text => LiteralText.IsEcho(text, packet.Family)) : true;
        yield return LiteralText.Holds(rule.LocalAddresses, text => LiteralText.IsAddress(text, packet.Destination));
        yield return IsFrom(rule, packet, at, allows);
        yield return LiteralForce.IsEnforced(rule.Enforcement);
        yield return LiteralForce.IsForThis(rule.Platforms, host.Snapshot.OperatingSystems.Single?.Version);
        yield return LiteralForce.IsForAll(rule.DynamicKeywords);
        yield return packet.Port is null ? true : LiteralText.HoldsEveryPort(rule.RemotePorts, packet.LowestClientPort);
        yield return IsUnset(rule.Authentication, FirewallAuthentication.NotRequired);
        yield return IsUnset(rule.Encryption, FirewallEncryption.NotRequired);
        yield return IsUnset(rule.OverridesBlockRules, false);
        foreach (Field<string> limit in new[] { rule.RemoteUsers, rule.RemoteMachines, rule.LocalUsers, rule.Owner, rule.Package })
            yield return !LiteralText.IsLimited(limit);
        foreach (Field<string> limit in new[] { rule.PackageFamily, rule.PolicyAppId })
            yield return !LiteralText.IsLimitedSince(limit);
        yield return LiteralText.IsLimited(rule.Program) is { } ofProgram ? !ofProgram ? true : _taker.Runs(packet, rule.Program.Value) : null;
        yield return LiteralText.IsLimited(rule.Service) is { } ofService ? !ofService ? true : _taker.Serves(packet, rule.Service.Value) : null;
    }

    /// <summary>What firewall rules and connection security rules say in the same words: whether the rule is on, and for which profile, protocol, port and interface.</summary>
    public static IEnumerable<bool?> OfTraffic(TrafficRule rule, PathPacket packet, HostLink at, FirewallProfiles category)
    {
        yield return Is(rule.Enabled, RuleEnabled.True, RuleEnabled.False);
        yield return rule.Profiles.TryGet(out FirewallProfiles mask) ? mask == FirewallProfiles.Any || (mask & category) != 0 : null;
        yield return IsProtocol(rule.Protocol, packet);
        yield return packet.Port is { } port ? LiteralText.Holds(rule.LocalPorts, text => LiteralText.IsPort(text, port)) : true;
        yield return IsOn(rule.InterfaceAliases, at);
        yield return IsWired(rule.InterfaceTypes);
    }

    /// <summary>Whoever stands for a sender that is not known is one of many: a rule that lets it in need not let in the others.</summary>
    public bool? IsFrom(TrafficRule rule, PathPacket packet, HostLink at, bool allows)
    {
        bool? Holds(IPAddress client) => LiteralText.Holds(
            rule.RemoteAddresses, text => LiteralText.IsAddressWord(text) ? _words.Mean(text, client, at, allows) : LiteralText.IsAddress(text, client));
        bool? holds = Holds(packet.Client);
        return holds == true && allows && !packet.IsSenderKnown && LiteralText.Neighbours(rule.RemoteAddresses).Append(s_anybody[packet.Family]).Any(each => each.Family() == packet.Family && Holds(each) != true) ? null : holds;
    }

    private static bool? Is<T>(Field<T> field, T wanted, T other) => field.Is(wanted) ? true : field.Is(other) ? false : null;

    private static bool? IsUnset<T>(Field<T> field, T unset) => field.IsNull ? true : field.HasValue ? field.Is(unset) : null;

    private static bool? IsAction(Field<FirewallAction> action, bool allows) => action.Or((FirewallAction)(-1)) switch
    {
        FirewallAction.Allow => allows,
        FirewallAction.Block => !allows,
        FirewallAction.AllowBypass => false,
        _ => null,
    };

    private static bool? IsProtocol(Field<string> protocol, PathPacket packet)
    {
        if (protocol.IsNull)
            return true;
        if (!protocol.TryGet(out string text))
            return null;
        string[] mine = packet.Protocol switch
        {
            TransportProtocol.Tcp => ["TCP", "6"],
            TransportProtocol.Udp => ["UDP", "17"],
            _ => packet.Family == IPFamily.IPv4 ? ["ICMPv4", "1"] : ["ICMPv6", "58"],
        };
        if (mine.Concat(["Any", "256"]).Contains(text, StringComparer.OrdinalIgnoreCase))
            return true;
        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return (isNumber && number < 256) || s_others.Contains(text, StringComparer.OrdinalIgnoreCase) ? isNumber && mine[1] == number.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static bool? IsOn(Field<IReadOnlyList<string>> aliases, HostLink at)
    {
        bool? holds = LiteralText.Holds(aliases, text => string.Equals(text, at.Name, StringComparison.OrdinalIgnoreCase) ? true : MayBeAPattern(text) ? null : false);
        return holds == false && at.Alias is null ? null : holds;
    }

    private static bool MayBeAPattern(string text) => text.All(char.IsDigit) || text.IndexOfAny(['*', '?', '{']) >= 0
        || text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || Guid.TryParse(text, out _);

    private static bool? IsWired(Field<FirewallInterfaceTypes> types)
    {
        if (types.IsNull)
            return true;
        if (!types.TryGet(out FirewallInterfaceTypes mask))
            return null;
        return mask == FirewallInterfaceTypes.Any || (mask & FirewallInterfaceTypes.Wired) != 0 ? true : (mask & ~NotWired) == 0 ? false : null;
    }
}
