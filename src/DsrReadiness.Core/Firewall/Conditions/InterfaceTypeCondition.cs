using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for interfaces like Ethernet, as those of a real server are. The value is a mask, and zero is every type.</summary>
internal sealed class InterfaceTypeCondition : IRuleLimit<TrafficRule>
{
    /// <summary>Wireless, remote access and, unnamed by CIM, mobile broadband.</summary>
    private const FirewallInterfaceTypes Others =
        FirewallInterfaceTypes.Wireless | FirewallInterfaceTypes.RemoteAccess | (FirewallInterfaceTypes)8;

    public Answer Ask(TrafficRule rule)
    {
        Field<FirewallInterfaceTypes> types = rule.InterfaceTypes;
        if (types.IsNull || types.Is(FirewallInterfaceTypes.Any))
            return Answer.Yes;
        if (!types.TryGet(out FirewallInterfaceTypes mask))
            return Answer.Unknown("InterfaceType", types);
        if ((mask & FirewallInterfaceTypes.Wired) != 0)
            return new Answer(Match.Yes, "is limited to wired interfaces");
        return (mask & ~Others) == 0
            ? new Answer(Match.Beside, "is limited to interfaces that are not wired")
            : Answer.Unknown("InterfaceType", types);
    }
}
