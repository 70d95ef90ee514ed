using System;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>All conditions but the remote addresses, which rules may cover together. Cheap ones that rule much out come first.</summary>
internal static class RuleConditions
{
    /// <summary>Those that say the same of every flow on every interface. Most rules of a server fail one of these and the next.</summary>
    public static IRuleCondition[] OfAll { get; } = [new StateCondition(), new DirectionCondition()];

    /// <summary>Those that say the same of every flow of one protocol in one profile; ICMP is one protocol in each family.</summary>
    public static IRuleCondition[] OfProtocol { get; } = [new ProfileCondition(), new ProtocolCondition()];

    /// <summary>Those that say the same of every flow to the same ports.</summary>
    public static IRuleCondition[] OfPorts { get; } = [new LocalPortCondition()];

    /// <summary>All that have to do with the flow.</summary>
    public static IRuleCondition[] OfFlow { get; } =
    [
        new ActionCondition(),
        .. OfAll,
        .. OfProtocol,
        .. OfPorts,
        new LocalAddressCondition(),
        new IcmpTypeCondition(),
        new RemotePortCondition(),
        new InterfaceAliasCondition(),
    ];

    /// <summary>Those that say the same whatever is asked.</summary>
    public static IRuleLimit[] OfRule { get; } =
    [
        new InterfaceTypeCondition(),
        new SecurityCondition(),
        new TextLimitCondition("RemoteUsers", rule => rule.RemoteUsers, Match.Part, _ => "is limited to certain remote users"),
        new TextLimitCondition("RemoteMachines", rule => rule.RemoteMachines, Match.Part, _ => "is limited to certain remote computers"),
        new TextLimitCondition("LocalUsers", rule => rule.LocalUsers, Match.Part, _ => "is limited to certain local users"),
        new TextLimitCondition("Owner", rule => rule.Owner, Match.Part, _ => "belongs to one user's app"),
        new TextLimitCondition("Package", rule => rule.Package, Match.Part, _ => "belongs to an app container"),
        new TextLimitCondition("AppPath", rule => rule.Program, Match.Limited, OfProgram),
        new TextLimitCondition("ServiceName", rule => rule.Service, Match.Limited, service => "is limited to the service " + service),
    ];

    private static string OfProgram(string program) => string.Equals(program, "System", StringComparison.OrdinalIgnoreCase)
        ? "is limited to the program System, process 4, which listens for IIS"
        : "is limited to the program " + program;
}
