using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Plans;

namespace DsrReadiness.Scripts;

/// <summary>Which interface of a script an interface of a plan is: what the plan changes there tells it.</summary>
/// <param name="plan">The plan.</param>
/// <param name="loopback">How the loopback is to be named; null for as the plan names it.</param>
internal sealed class PlanInterfaces(Plan plan, string? loopback)
{
    /// <exception cref="ScriptRefusedException">Its name would be taken for an index.</exception>
    public ScriptInterface Of(InterfaceRef reference)
    {
        if (IsLoopback(reference))
            return ScriptInterface.Loopback(Refuse(loopback ?? reference.Alias, loopback is null));
        if (!Changes(reference, change => change.To.Values.ContainsKey(NetIPInterfaceClass.WeakHostReceive)))
            return ScriptInterface.Answering(Refuse(reference.Alias, true));
        string? traffic = plan.Service.TrafficInterface;
        return ScriptInterface.Traffic(traffic is null || string.Equals(traffic, reference.Alias, StringComparison.OrdinalIgnoreCase) ? Refuse(reference.Alias, true) : traffic);
    }

    private bool IsLoopback(InterfaceRef reference) => reference.Kind != InterfaceRefKind.Adapter
        || plan.Changes.Any(change => change.Row.Class == LoopbackDeviceClass.Class
            && change.Row.Where.Any(each => string.Equals(each.Value as string, reference.DeviceInstanceId, StringComparison.OrdinalIgnoreCase)))
        || Changes(reference, change => (change.To.IsPresent && change.Row.Class == NetIPAddressClass.Class) || change.To.Values.ContainsKey(NetIPInterfaceClass.WeakHostSend))
        || (!Changes(reference, change => change.To.Values.ContainsKey(NetIPInterfaceClass.WeakHostReceive))
            && Changes(reference, change => change.To.Values.Keys.Any(key => key.ClassName != NetIPAddressClass.Class.Name)));

    private bool Changes(InterfaceRef reference, Func<Change, bool> what) => plan.Changes.Any(change => reference.Equals(change.Row.On) && what(change));

    /// <summary>A server's interface of digits alone would be taken for an index.</summary>
    private static string Refuse(string alias, bool isAlias) => isAlias && alias.All(char.IsDigit)
        ? throw new ScriptRefusedException("An interface has a name of digits alone, which tools take for an index.", "Give it by its index.")
        : alias;
}
