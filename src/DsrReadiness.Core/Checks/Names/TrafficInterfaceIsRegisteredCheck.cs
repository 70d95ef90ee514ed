using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Names;

/// <summary>Whoever switched registration off on every interface took the server's own name out of DNS with the VIP's.</summary>
internal sealed class TrafficInterfaceIsRegisteredCheck() : Check(new CheckInfo(
    "D02",
    "The server's own address is registered in DNS",
    [Severity.Warning],
    [.. ReadingId.Interfaces, new ReadingId(DnsClientClass.Class), new ReadingId(ComputerSystemClass.Class), new ReadingId(RegistryValueClass.Class)]))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!DomainMembership.Of(context.Snapshot).TryGet(out bool isMember, out Missing? missing))
            return [Unknown(missing)];
        if (!isMember)
            return [NotApplicable("The server is not a member of a domain.")];
        if (Registry.Find(context.Snapshot, RegistryNames.RegistrationEnabled).TryGet(out RegistryValue? policy, out _) && policy.Number == 0)
        {
            return
            [
                Failed(
                    null,
                    "The policy \"Dynamic update\" switches DNS registration off: no interface registers, whatever it is set to, and the server's own name is not kept up to date.",
                    "Set the policy \"Dynamic update\" (Computer Configuration, Administrative Templates, Network, DNS Client) to Not Configured for this server, or keep its records by hand.",
                    "absent or 1",
                    "0"),
            ];
        }

        return Candidates(context).TryGet(out IReadOnlyList<Candidate>? candidates, out missing)
            ? [Judge(context, candidates)]
            : [Unknown(missing)];
    }

    /// <summary>The interfaces that have an address to register: no loopback, and no tunnel that has a link-local address alone.</summary>
    private static Fact<IReadOnlyList<Candidate>> Candidates(CheckContext context)
    {
        Reading<DnsRegistration> reading = context.Snapshot.DnsRegistrations;
        if (!reading.TryGet(out IReadOnlyList<DnsRegistration>? rows, out Missing? missing)
            || !context.Snapshot.Addresses(CimStore.Active).TryGet(out IReadOnlyList<HostAddress>? held, out missing)
            || !context.Topology.All().TryGet(out IReadOnlyList<HostInterface>? all, out missing))
        {
            return missing;
        }

        var registrable = new HashSet<uint>(held.Where(address => !address.Address.IsIPv6LinkLocal).Select(address => address.InterfaceIndex));
        Dictionary<uint, HostInterface> answering = all.Where(each => !each.IsLoopback && registrable.Contains(each.Index))
            .ToDictionary(each => each.Index);
        Candidate[] candidates = rows.Where(row => answering.ContainsKey(row.InterfaceIndex))
            .Select(row => new Candidate(answering[row.InterfaceIndex], row.Registers)).ToArray();
        return candidates.Length > 0
            ? candidates
            : Missing.Unknown(reading.Name + " has no row for an interface with an address to register.", "Collect again.");
    }

    private Finding Judge(CheckContext context, IReadOnlyList<Candidate> candidates)
    {
        string[] registering = candidates.Where(each => each.Registers.Is(true)).Select(each => each.On.Alias).ToArray();
        if (registering.Length > 0)
            return Passed(registering[0], "Registering their addresses in DNS: " + Wording.Some(registering) + ".", "True", "True");
        if (candidates.FirstOrDefault(each => !each.Registers.HasValue) is { } unclear)
            return Unknown(Missing.Property("RegisterThisConnectionsAddress of " + unclear.On.Alias, unclear.Registers), unclear.On.Alias);
        HostInterface own = context.TrafficInterface.TryGet(out HostInterface? found, out _) ? found : candidates[0].On;
        return Failed(
            own.Alias,
            "No interface but loopbacks registers its addresses in DNS: the server's own name is not kept up to date there.",
            Advice.Run(
                $"Switch DNS registration on for {own.Alias}.", new Desired.Settings.DnsRegistration(Place.Of(own.Index, Role.Traffic), true).Command),
            "True",
            "False");
    }

    private sealed record Candidate(HostInterface On, Field<bool> Registers);
}
