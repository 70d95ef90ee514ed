using DsrReadiness.Cim;
using DsrReadiness.Host;

namespace DsrReadiness.Firewall;

/// <summary>What is asked of a rule.</summary>
/// <param name="Flow">The traffic.</param>
/// <param name="On">The interface that Windows judges it by.</param>
/// <param name="Profile">The one profile that is in force there.</param>
/// <param name="Role">Whether the rule is looked at as one that allows or as one that blocks.</param>
/// <param name="Host">What the rule is held against beside the traffic.</param>
internal sealed record RuleQuestion(Flow Flow, HostInterface On, FirewallProfiles Profile, FirewallAction Role, FirewallHost Host);
