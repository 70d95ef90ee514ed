using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>The rules that this project makes, which are told by their group.</summary>
internal static class OwnRules
{
    public const string Group = "DsrReadiness";

    public static IEnumerable<CimRow> Of(Snapshot snapshot) =>
        (snapshot.Read(NetFirewallRuleClass.Class, CimStore.Persistent).Rows ?? []).Where(rule => rule.Get(NetFirewallRuleClass.RuleGroup).Is(Group));
}
