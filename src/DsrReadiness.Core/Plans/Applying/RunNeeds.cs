using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;

namespace DsrReadiness.Plans.Applying;

/// <summary>What a later run relies on of what an earlier one did for a VIP that both are for. Where that is not known, it relies on it.</summary>
internal static class RunNeeds
{
    /// <summary>True if the run is one that can rely on a step at all: it made something ready, and it is in place.</summary>
    public static bool MayNeed(JournalRun later, JournalStep step) => !later.IsRemoval && later.Status != RunStatus.Undone && step.Status != StepStatus.Undone;

    /// <summary>True if the later run needs the step for one of its VIPs.</summary>
    public static bool Needs(JournalRun later, JournalStep step, IPAddress vip, JournalRun run)
    {
        Change change = step.Change;
        if (change.Row.Class == NetIPAddressClass.Class)
            return change.Row.Where.Any(condition => condition.Property == NetIPAddressClass.IPAddress && AddressText.TryParse(condition.Value as string ?? string.Empty, out IPAddress? address) && address.Equals(vip));
        if (change.Row.Class == NetFirewallRuleClass.Class)
            return change.To.IsPresent && run.VirtualIPAddresses.Contains(vip) && Allows(ConditionsOf(step, run), vip, later.Ports);
        return run.VirtualIPAddresses.Contains(vip);
    }

    /// <summary>A rule's conditions go with its creation, and not with its enabling; null for one that the run did not create.</summary>
    private static IReadOnlyList<CimAssignment>? ConditionsOf(JournalStep step, JournalRun run) => run.Steps
        .Select(each => each.Change)
        .FirstOrDefault(each => each.Options.Count > 0 && each.Row.NamesSame(step.Change.Row))?.Options;

    /// <summary>True if a rule with these conditions is for the VIP and one of the ports. Where one of them is not known, it may be.</summary>
    private static bool Allows(IReadOnlyList<CimAssignment>? conditions, IPAddress vip, IReadOnlyList<string>? ports)
    {
        if (conditions is null)
            return true;
        if (!Texts(conditions, NetAddressFilterClass.LocalAddress.Name).Any(text => AddressText.TryParse(text, out IPAddress? address) && address.Equals(vip)))
            return false;
        string protocol = Texts(conditions, NetProtocolPortFilterClass.Protocol.Name).FirstOrDefault() ?? string.Empty;
        string[] allowed = [.. Texts(conditions, NetProtocolPortFilterClass.LocalPort.Name).Select(port => protocol.ToLowerInvariant() + "/" + port)];
        return ports is null || allowed.Length == 0 || allowed.Any(one => ports.Any(other => Overlap(one, other)));
    }

    private static bool Overlap(string one, string other)
    {
        try
        {
            ServicePort first = ServicePort.Parse(one);
            ServicePort second = ServicePort.Parse(other);
            return first.Protocol == second.Protocol && first.First <= second.Last && second.First <= first.Last;
        }
        catch (ServiceDefinitionException)
        {
            return true;
        }
    }

    private static IEnumerable<string> Texts(IReadOnlyList<CimAssignment> conditions, string name) => conditions
        .Where(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))
        .SelectMany(each => each.Value as object?[] ?? [each.Value]).OfType<string>();
}
