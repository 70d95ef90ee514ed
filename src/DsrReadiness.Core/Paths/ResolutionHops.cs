using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Services;

namespace DsrReadiness.Paths;

/// <summary>Somebody asks for the VIP's link-layer address, on each interface with a wire: who answers?</summary>
internal static class ResolutionHops
{
    public static IEnumerable<Hop> Ask(HostView host, IPAddress vip, DsrEnvironment? environment)
    {
        string kept = host.Snapshot.Addresses(CimStore.Persistent).Name;
        bool isKeptRead = host.Snapshot.Addresses(CimStore.Persistent).Rows is not null;
        bool belongsThere = environment is DsrEnvironment.GcpAgent or DsrEnvironment.Cluster;
        string question = vip.Family() == IPFamily.IPv4 ? "an ARP request" : "a neighbour solicitation";
        foreach (HostLink link in host.Links.Where(link => !link.HasNoWire && (link.Kind == LinkKind.Wire || Holds(link))))
        {
            bool now = host.Addresses.Any(row => row.InterfaceIndex == link.Index && row.Address.Equals(vip));
            bool later = host.Kept.Any(row => row.InterfaceIndex == link.Index && row.Address.Equals(vip));
            Hop At(string statement, string reading, string consequence, HopOutcome outcome) =>
                new(HopKind.Resolution, link.Name, statement, reading, consequence, outcome);
            if (!now && !later)
            {
                bool isKnown = isKeptRead && host.Snapshot.Addresses(CimStore.Active).Rows is not null;
                yield return isKnown
                    ? At($"{vip} is not an address of {link.Name}.", host.AddressesName, $"{link.Name} does not answer {question} for it.", HopOutcome.Passes)
                    : belongsThere ? At($"Not all addresses of {link.Name} could be read.", host.AddressesName + ", " + kept, "Answering would be as it should be there.", HopOutcome.Passes)
                    : At($"Not all addresses of {link.Name} could be read.", host.AddressesName + ", " + kept, "Whether it answers for the VIP cannot be told.", HopOutcome.Undetermined);
            }
            else if (belongsThere)
            {
                yield return At($"{vip} is on {link.Name}, where the environment keeps it.", now ? host.AddressesName : kept, "Answering is as it should be there.", HopOutcome.Passes);
            }
            else if (!now && host.IsGone(link))
            {
                yield return At($"The next start may bring {vip} on {link.Name}, which has no adapter now.", kept, "Whether it will answer for the VIP cannot be told.", HopOutcome.Undetermined);
            }
            else if (link.Kind == LinkKind.Untold)
            {
                yield return At($"{vip} is on {link.Name}, and not all of it could be read.", host.AddressesName, "Whether it answers for the VIP cannot be told.", HopOutcome.Undetermined);
            }
            else
            {
                string when = now ? "answers" : "will answer after the next start";
                yield return At($"{vip} is an address of {link.Name}, which has a wire.", now ? host.AddressesName : kept,
                    $"{link.Name} {when} for the VIP, and draws traffic away from the balancer.", HopOutcome.Leaks);
            }
        }

        bool Holds(HostLink link) => host.Addresses.Concat(host.Kept).Any(row => row.InterfaceIndex == link.Index && row.Address.Equals(vip));
    }
}
