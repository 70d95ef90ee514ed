using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall;

/// <summary>A condition of rules that has nothing to do with what is asked.</summary>
internal interface IRuleLimit<in TRule>
    where TRule : TrafficRule
{
    Answer Ask(TRule rule);
}
