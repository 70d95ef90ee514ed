using System;
using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.HostModels;

/// <summary>What the checks of the host model share: one setting of an interface, asked family by family.</summary>
internal abstract class HostModelCheck(CheckInfo info) : Check(info)
{
    /// <summary>Asks the traffic interface, in each family of the service.</summary>
    protected static IEnumerable<Fact<HostInterface>> TrafficInterface(CheckContext context, IPFamily _) => [context.TrafficInterface];

    /// <summary>Asks the loopback of each VIP of the family.</summary>
    protected static IEnumerable<Fact<HostInterface>> Loopbacks(CheckContext context, IPFamily family) => context.LoopbacksOf(family);

    /// <summary>Judges one setting in the active store on the interfaces chosen, in each family of the service.</summary>
    protected IEnumerable<Finding> Judge(
        CheckContext context,
        Func<CheckContext, IPFamily, IEnumerable<Fact<HostInterface>>> choose,
        HostModelSetting setting,
        Toggle expected,
        string consequence)
    {
        foreach (IPFamily family in context.Families)
        {
            foreach (Fact<HostInterface> chosen in choose(context, family))
                yield return Judge(context, chosen, family, setting, expected, consequence);
        }
    }

    private Finding Judge(
        CheckContext context, Fact<HostInterface> chosen, IPFamily family, HostModelSetting setting, Toggle expected, string consequence)
    {
        if (!chosen.TryGet(out HostInterface? on, out Missing? missing) || !context.IPInterface(on, family, CimStore.Active).TryGet(out IPInterface? row, out missing))
            return Unknown(missing);
        Field<Toggle> actual = setting.Read(row);
        string what = setting.Name + " of " + on.Alias + " (" + family + ")";
        if (!actual.HasValue)
            return Unknown(Missing.Property(what, actual), on.Alias);
        return actual.Is(expected)
            ? Passed(on.Alias, what + " is " + actual + ".", expected.ToString(), actual.ToString())
            : Failed(
                on.Alias, what + " is " + actual + ": " + consequence + ".", setting.Command(on, family, expected), expected.ToString(), actual.ToString());
    }
}
