using System;
using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>
/// What the checks of the host model share: one setting of an interface, asked family by family, on releases of Windows that have it.
/// </summary>
internal abstract class HostModelCheck(CheckInfo info) : Check(info with { Needs = info.Needs | CheckNeeds.HostModel })
{
    /// <summary>Asks the traffic interface, in each family of the service.</summary>
    protected static IEnumerable<Fact<HostInterface>> TrafficInterface(CheckContext context, IPFamily _) => [context.GivenTrafficInterface];

    /// <summary>Asks the loopback of each VIP of the family.</summary>
    protected static IEnumerable<Fact<HostInterface>> Loopbacks(CheckContext context, IPFamily family) => context.LoopbacksOf(family);

    /// <summary>Judges one setting on the interfaces chosen, in each family of the service.</summary>
    protected IEnumerable<Finding> Judge(
        CheckContext context,
        Func<CheckContext, IPFamily, IEnumerable<Fact<HostInterface>>> choose,
        HostModelSetting setting,
        Toggle expected,
        string consequence,
        CimStore store = CimStore.Active,
        string? whileForwarding = null) => Ask(context, choose, setting, store, seen => seen.Value == expected
            ? Passed(seen.On.Alias, seen.Name + " is " + seen.Text + ".", expected.ToString(), seen.Text)
            : seen.Forwards && whileForwarding is not null
            ? Unknown(seen.On.Alias, $"{seen.Name} is {seen.Text}; {whileForwarding}.", setting.Set(seen.On, seen.Family, expected, store), expected.ToString(), seen.Text)
            : Failed(
                seen.IsProven ? Info.Severity : Severity.Warning,
                seen.On.Alias,
                seen.Name + " is " + seen.Text + ": " + (seen.IsProven ? string.Empty : "that it survives a restart cannot be proven; if it does not, ") + consequence + ".",
                setting.Set(seen.On, seen.Family, expected, store),
                expected.ToString(),
                seen.Text));

    /// <summary>Reports one setting in the active store on the interfaces chosen, in each family of the service; either value will do.</summary>
    protected IEnumerable<Finding> Report(
        CheckContext context,
        Func<CheckContext, IPFamily, IEnumerable<Fact<HostInterface>>> choose,
        HostModelSetting setting,
        string remark) => Ask(context, choose, setting, CimStore.Active, seen =>
            Passed(seen.On.Alias, seen.Name + " is " + seen.Text + "; " + remark + ".", actual: seen.Text));

    /// <summary>One setting of one interface, or why it is not known: a number other than 0 and 1 is no value of a setting.</summary>
    protected static Fact<HostModelValue> Read(HostInterface on, IPInterface row, HostModelSetting setting, CimStore store)
    {
        Field<Toggle> field = setting.Read(row);
        string name = $"{setting.Name} of {on.Alias} ({row.Family})" + (store == CimStore.Persistent ? " in the persistent store" : string.Empty);
        if (field.IsNull && store == CimStore.Persistent)
        {
            return row.HoldsSettings
                ? new HostModelValue(on, row.Family, name, Toggle.Disabled, "NULL (Disabled at start)")
                : new HostModelValue(on, row.Family, name, Toggle.Disabled, "NULL, like all of its row", IsProven: false);
        }

        if (!field.TryGet(out Toggle value))
            return Missing.Property(name, field);
        return value is Toggle.Disabled or Toggle.Enabled
            ? new HostModelValue(on, row.Family, name, value, value.ToString(), Forwards: row.Forwarding.Is(Toggle.Enabled))
            : Missing.Unknown($"{name} is {field}, which is neither Enabled nor Disabled.", "Look at the property on the server, and collect again.");
    }

    private IEnumerable<Finding> Ask(
        CheckContext context,
        Func<CheckContext, IPFamily, IEnumerable<Fact<HostInterface>>> choose,
        HostModelSetting setting,
        CimStore store,
        Func<HostModelValue, Finding> judge)
    {
        foreach (IPFamily family in context.Families)
        {
            foreach (Fact<HostInterface> chosen in choose(context, family))
            {
                yield return chosen.TryGet(out HostInterface? on, out Missing? missing)
                    && context.IPInterface(on, family, store).TryGet(out IPInterface? row, out missing)
                    && Read(on, row, setting, store).TryGet(out HostModelValue? seen, out missing)
                    ? judge(seen)
                    : Unknown(missing, on?.Alias);
            }
        }
    }
}
