using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>All conditions but the remote addresses, which rules may cover together. Cheap ones that rule much out come first.</summary>
internal static class RuleConditions
{
    /// <summary>Those that say the same of every flow on every interface. Most rules of a server fail one of these and the next.</summary>
    public static IRuleCondition<FirewallRule>[] OfAll { get; } = [new StateCondition(), new DirectionCondition()];

    /// <summary>Those that say the same of every flow of one protocol in one profile; ICMP is one protocol in each family.</summary>
    public static IRuleCondition<FirewallRule>[] OfProtocol { get; } = [new ProfileCondition(), new ProtocolCondition()];

    /// <summary>Those that say the same of every flow to the same ports.</summary>
    public static IRuleCondition<FirewallRule>[] OfPorts { get; } = [new LocalPortCondition()];

    /// <summary>All that have to do with the flow.</summary>
    public static IRuleCondition<FirewallRule>[] OfFlow { get; } =
    [
        new ActionCondition(),
        .. OfAll,
        .. OfProtocol,
        .. OfPorts,
        new LocalAddressCondition(),
        new IcmpTypeCondition(),
        new RemotePortCondition(),
        new InterfaceAliasCondition(),
        new PlatformCondition(),
        new ProgramCondition("AppPath", "program", rule => rule.Program, (programs, flow, text) => programs.Program(flow, text)),
        new ProgramCondition("ServiceName", "service", rule => rule.Service, (programs, flow, text) => programs.Service(flow, text)),
    ];

    /// <summary>Those that say the same whatever is asked.</summary>
    public static IRuleLimit<FirewallRule>[] OfRule { get; } =
    [
        new InterfaceTypeCondition(),
        new SecurityCondition(),
        new TextLimitCondition("RemoteUsers", rule => rule.RemoteUsers, _ => "is limited to certain remote users"),
        new TextLimitCondition("RemoteMachines", rule => rule.RemoteMachines, _ => "is limited to certain remote computers"),
        new TextLimitCondition("LocalUsers", rule => rule.LocalUsers, _ => "is limited to certain local users"),
        new TextLimitCondition("Owner", rule => rule.Owner, _ => "belongs to one user's app"),
        new TextLimitCondition("Package", rule => rule.Package, _ => "belongs to an app container"),
        new TextLimitCondition("PackageFamilyName", rule => rule.PackageFamily, _ => "belongs to a package", isYounger: true),
        new TextLimitCondition("PolicyAppId", rule => rule.PolicyAppId, _ => "is limited to programs that application control has tagged", isYounger: true),
        new EnforcementCondition(),
        new DynamicKeywordCondition(),
    ];
}
