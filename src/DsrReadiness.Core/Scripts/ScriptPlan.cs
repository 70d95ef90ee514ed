using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Plans;
using DsrReadiness.Releases;
using DsrReadiness.Services;

namespace DsrReadiness.Scripts;

/// <summary>A setting, and what takes it back; null if it stays.</summary>
internal sealed record ScriptChange(Setting Do, Setting? Undo);

/// <summary>What a script is made of, in no language.</summary>
/// <param name="ComputerName">The server; null where any is meant.</param>
/// <param name="Service">The service.</param>
/// <param name="Changes">The settings in their order.</param>
/// <param name="Left">What stays for the administrator, in words that hold nothing of a server's.</param>
internal sealed record ScriptPlan(string? ComputerName, DsrService Service, IReadOnlyList<ScriptChange> Changes, IReadOnlyList<string> Left)
{
    /// <summary>True if it takes what serves the VIP away, and brings nothing of it.</summary>
    public bool IsRemoval { get; private init; } = Changes.Any(change => change.Do.IsAway == true) && Changes.All(change => change.Do.IsAway != false);

    /// <summary>The first address of the script: older tools set it in another way.</summary>
    public IPAddress? First => Changes.Select(change => change.Do).OfType<Address>().FirstOrDefault()?.IP;

    /// <summary>All of a service, on a server that nothing is known of, and back to what Windows starts with.</summary>
    /// <param name="service">The service.</param>
    /// <param name="facts">The release.</param>
    /// <param name="traffic">The traffic interface.</param>
    /// <param name="loopback">The loopback adapter.</param>
    /// <param name="prefixLength">The prefix length of the VIPs where the release takes no single host.</param>
    public static ScriptPlan Of(DsrService service, ReleaseFacts facts, Place traffic, Place loopback, int? prefixLength)
    {
        IEnumerable<Setting> settings = Prepared.For(service, service.VirtualIPAddresses.ToDictionary(vip => vip, _ => loopback), traffic, Scope.All, null)
            .Where(setting => setting.Exists(facts))
            .Select(setting => setting is Address vip && !facts.HostPrefix.Value ? vip with { PrefixLength = prefixLength!.Value } : setting);
        return new ScriptPlan(null, service, [.. settings.Select(setting => new ScriptChange(setting, setting.Before(null)))], []);
    }

    /// <summary>The settings of a plan, and back to what was there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="loopback">How the loopback is to be named; null for as the plan names it.</param>
    /// <exception cref="ScriptRefusedException">A change cannot be put into a script.</exception>
    public static ScriptPlan Of(Plan plan, string? loopback)
    {
        if (plan.Changes.Count == 0 && plan.Refusals.Count > 0)
            throw new ScriptRefusedException("There is no plan: " + plan.Refusals[0].Reason, plan.Refusals[0].Recommendation ?? "Look at the plan.");
        var changes = new List<ScriptChange>();
        Setting? last = null;
        foreach (Change change in plan.Changes)
        {
            Setting setting = change.Setting ?? throw new ScriptRefusedException($"A change of {change.Row.Class.Name} cannot be written as a script.", "Let Invoke-DsrPlan make it.");

            // Enabling a rule is a step of its own for who can prove its conditions in between; in a script they are one command.
            if (!ReferenceEquals(setting, last))
                changes.Add(new ScriptChange(Named(setting, plan, loopback), setting.Before(Seen(change)) is { } before ? Named(before, plan, loopback) : null));
            last = setting;
        }

        if (changes.Select(change => change.Do.On).OfType<Place>().Distinct().GroupBy(on => on.Role).Any(group => group.Count() > 1))
            throw new ScriptRefusedException("The plan changes more than one loopback adapter, or more than one answering interface.", "Make a plan for each VIP.");
        return new ScriptPlan(plan.ComputerName, plan.Service, changes, [.. plan.Refusals.Select(refusal => "Check " + refusal.CheckId + " is left to you; the plan says why.")]) { IsRemoval = plan.IsRemoval };
    }

    /// <summary>What was seen of the row, in a store that has it.</summary>
    private static RowState? Seen(Change change) => change.From is null ? null : change.From.Values.FirstOrDefault(state => state.IsPresent) ?? RowState.Absent;

    /// <summary>On another day the interface is found by its name, or as it was given.</summary>
    private static Setting Named(Setting setting, Plan plan, string? loopback)
    {
        if (setting.On is not { } on)
            return setting;
        string? given = on.Role switch { Role.Loopback => loopback, Role.Traffic => plan.Service.TrafficInterface, _ => null };
        if (given is not null && !string.Equals(given, on.Alias, System.StringComparison.OrdinalIgnoreCase))
            return setting with { On = Place.Given(on.Role, given) };
        return on.Alias.All(char.IsDigit)
            ? throw new ScriptRefusedException("An interface has a name of digits alone, which tools take for an index.", "Give it by its index.")
            : setting with { On = new Place(on.Role, null, null, on.Alias) };
    }
}
