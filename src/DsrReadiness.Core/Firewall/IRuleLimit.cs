using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>A condition of firewall rules that has nothing to do with what is asked.</summary>
internal interface IRuleLimit
{
    Answer Ask(FirewallRule rule);
}
