using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Paths;

/// <summary>
/// What becomes of a packet without IPsec that the firewall lets in: a rule that requires authentication drops it. One that exempts it beside one that requires, a tunnel, an echo request and a
/// profile that is off are not told of in any source.
/// </summary>
internal sealed class IPsecHop(HostView host)
{
    private readonly PacketRuleMatcher _rules = new(host);

    /// <summary>Asks the rules; null where none has anything to say of the packet, or nobody has collected them.</summary>
    /// <param name="packet">What comes in.</param>
    /// <param name="at">Where it does.</param>
    /// <param name="category">The category of the network there; null if that could not be read.</param>
    /// <param name="isFiltered">Whether the firewall is on there; null if that could not be read.</param>
    public Hop? Ask(PathPacket packet, HostLink at, FirewallProfiles? category, bool? isFiltered)
    {
        Reading<ConnectionSecurityRule> reading = host.Snapshot.ConnectionSecurityRules;
        Hop Say(string statement, string consequence, HopOutcome outcome) => new(HopKind.IPsec, at.Name, statement, reading.Name, consequence, outcome);
        if (!reading.TryGet(out IReadOnlyList<ConnectionSecurityRule>? rules, out CimFailure? failure))
        {
            return failure.Kind == FailureKind.NotCollected ? null
                : Say($"The connection security rules could not be read ({failure.Kind}).", "Whether a packet without IPsec is dropped cannot be told.", HopOutcome.Undetermined);
        }

        (ConnectionSecurityRule Rule, bool? About)[] about =
        [
            .. rules.Select(rule => (rule, category is { } known ? IsAbout(rule, packet, at, known) : null)).Where(each => each.Item2 != false),
        ];
        (ConnectionSecurityRule Rule, bool? About)[] demanding = [.. about.Where(each => !IsLenient(each.Rule))];
        if (demanding.Length == 0)
            return null;
        bool isSure = isFiltered == true && packet.Protocol != TransportProtocol.Icmp
            && about.All(each => each.Rule.InboundSecurity.Is(SecurityPolicy.Require))
            && demanding.Any(each => each.About == true && each.Rule.Mode.Is(IPsecMode.Transport));
        string name = FirewallHop.NameOf(demanding[0].Rule);
        return isSure
            ? Say($"The connection security rule {name} requires inbound authentication.", $"The packet is dropped, unless the {packet.Sender} uses IPsec.", HopOutcome.Dropped)
            : Say($"The connection security rule {name} may require inbound authentication.", "Whether a packet without IPsec is dropped cannot be told.", HopOutcome.Undetermined);
    }

    /// <summary>Without authentication, it goes on.</summary>
    private static bool IsLenient(ConnectionSecurityRule rule) => rule.InboundSecurity.Is(SecurityPolicy.Never) || rule.InboundSecurity.Is(SecurityPolicy.Request);

    private bool? IsAbout(ConnectionSecurityRule rule, PathPacket packet, HostLink at, FirewallProfiles category)
    {
        bool? all = IsBetween(rule, packet, at);
        IEnumerable<bool?> others = PacketRuleMatcher.OfTraffic(rule, packet, at, category).Concat(
        [
            LiteralForce.IsEnforced(rule.Enforcement, ifStrange: null),
            LiteralForce.IsForThis(rule.Platforms, host.Snapshot.OperatingSystems.Single?.Version, ifStrange: null),
            packet.Port is null || LiteralText.HoldsEveryPort(rule.RemotePorts, packet.LowestClientPort) == true ? true : LiteralText.HoldsAPort(rule.RemotePorts, packet.LowestClientPort) == false ? false : null,
        ]);
        return others.Aggregate(all, FirewallHop.OfBoth);
    }

    /// <summary>The ends are called local and remote, and may be meant the other way round.</summary>
    private bool? IsBetween(ConnectionSecurityRule rule, PathPacket packet, HostLink at)
    {
        bool? own = Holds(rule.LocalAddresses, packet.Destination);
        bool? from = _rules.IsFrom(rule, packet, at, allows: true);
        if (from == false && !packet.IsSenderKnown && MayHoldSender(rule.RemoteAddresses, packet) == true)
            from = null;
        if (own != false && from != false)
            return own is null || from is null ? null : true;
        return Holds(rule.RemoteAddresses, packet.Destination) == false || MayHoldSender(rule.LocalAddresses, packet) == false ? false : null;
    }

    /// <summary>Of a sender that is not known, the family is.</summary>
    private static bool? MayHoldSender(Field<IReadOnlyList<string>> texts, PathPacket packet) =>
        packet.IsSenderKnown ? Holds(texts, packet.Client) : LiteralText.Holds(texts, text => LiteralText.MayBeOf(text, packet.Family));

    private static bool? Holds(Field<IReadOnlyList<string>> texts, IPAddress address) =>
        LiteralText.Holds(texts, text => LiteralText.IsAddressWord(text) ? null : LiteralText.IsAddress(text, address));
}
