using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>
/// What the firewall does, said as plainly as it can be: every port, every client, every rule, one after the other. What cannot be read is
/// taken once in the traffic's favour and once against it; where the two differ, the answer is open.
/// </summary>
internal sealed class LiteralFirewall(IReadOnlyList<DrawnRule> rules, bool? letsInByDefault)
{
    /// <summary>The sixth address is the balancer's.</summary>
    private static readonly int[] s_clients = [0, 1, 2, 3, 4, 6, 7];

    public bool? LetsIn(int firstPort, int lastPort)
    {
        int[] ports = Enumerable.Range(firstPort, lastPort - firstPort + 1).ToArray();
        bool atBest = LetsIn(ports, inFavour: true);
        return atBest == LetsIn(ports, inFavour: false) ? atBest : null;
    }

    private bool LetsIn(int[] ports, bool inFavour)
    {
        foreach (int port in ports)
        {
            if (s_clients.All(client => rules.Any(rule => Blocks(rule, client, port, inFavour))))
                return false;
            if (letsInByDefault ?? inFavour)
                continue;
            if (!s_clients.All(client => rules.Any(rule => Allows(rule, client, port, inFavour))))
                return false;
        }

        return true;
    }

    /// <summary>An allow rule for one program allows for that program only, and here nothing listens.</summary>
    private static bool Allows(DrawnRule rule, int client, int port, bool inFavour) =>
        (rule.Allows.Holds(0) ?? inFavour)
        && IsAbout(rule, client, port, unreadable: inFavour)
        && (rule.Program.Holds(0) ?? inFavour);

    /// <summary>A block rule for one program blocks for that program only.</summary>
    private static bool Blocks(DrawnRule rule, int client, int port, bool inFavour) =>
        !(rule.Allows.Holds(0) ?? inFavour) && IsAbout(rule, client, port, unreadable: !inFavour) && (rule.Program.Holds(0) ?? !inFavour);

    private static bool IsAbout(DrawnRule rule, int client, int port, bool unreadable) =>
        (rule.Enabled.Holds(0) ?? unreadable)
        && (rule.Profiles.Holds(0) ?? unreadable)
        && (rule.Protocol.Holds(0) ?? unreadable)
        && (rule.Ports.Holds(port) ?? unreadable)
        && (rule.Local.Holds(0) ?? unreadable)
        && (rule.Remote.Holds(client) ?? unreadable)
        && (rule.RemotePorts.Holds(0) ?? unreadable)
        && (rule.Alias.Holds(0) ?? unreadable)
        && (rule.Authentication.Holds(0) ?? unreadable);
}
