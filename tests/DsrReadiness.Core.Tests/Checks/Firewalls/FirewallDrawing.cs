using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks.Firewalls;

/// <summary>
/// A value as a rule writes it, and beside it what the value means, as a predicate over small numbers: true, false, or null if it cannot be
/// read. The meaning is written down, not computed, so that nothing here rests on the code under test.
/// </summary>
internal sealed record Drawn(object? Text, Func<int, bool?> Holds)
{
    public static Drawn Always(object? text) => new(text, _ => true);

    public static Drawn Never(object? text) => new(text, _ => false);

    public static Drawn Unreadable(object? text) => new(text, _ => null);

    public override string ToString() => Text is string[] texts ? string.Join("|", texts) : Text?.ToString() ?? "NULL";
}

/// <summary>A rule of random values. Clients are 10.0.0.0 plus 0 to 7, ports 5000 plus 0 to 7; one that is for some of the ports that clients use counts for none.</summary>
internal sealed record DrawnRule(
    Drawn Enabled,
    Drawn Allows,
    Drawn Profiles,
    Drawn Protocol,
    Drawn Ports,
    Drawn Local,
    Drawn Remote,
    Drawn RemotePorts,
    Drawn Alias,
    Drawn Program,
    Drawn Authentication)
{
    private static readonly Drawn[] s_actions =
    [
        Drawn.Always((int)FirewallAction.Allow), Drawn.Always((int)FirewallAction.Allow), Drawn.Never((int)FirewallAction.Block),
        Drawn.Unreadable("banana"),
    ];

    private static readonly Drawn[] s_ports =
    [
        Drawn.Always("Any"), new("5000", port => port == 0), new("5003", port => port == 3), new("5000-5003", port => port <= 3),
        new("5004-5007", port => port >= 4), new("5002-5005", port => port is >= 2 and <= 5), new("4000-5000", port => port == 0),
        Drawn.Never("80"), Drawn.Never("RPC"), Drawn.Unreadable("banana"),
    ];

    private static readonly Drawn[] s_remote =
    [
        Drawn.Always("Any"), Drawn.Always("10.0.0.0/29"), new("10.0.0.0/30", client => client <= 3),
        new("10.0.0.4/255.255.255.252", client => client >= 4), new("10.0.0.2-10.0.0.6", client => client is >= 2 and <= 6),
        new("10.0.0.0-10.0.0.4", client => client <= 4), new("10.0.0.6/31", client => client >= 6), new("10.0.0.5", client => client == 5), new("9.0.0.0-10.0.0.1", client => client <= 1),
        Drawn.Never("LocalSubnet"), Drawn.Never("172.16.0.0/12"), Drawn.Never("2001:db8::/32"), Drawn.Unreadable("banana"),
    ];

    private static readonly Gen<Drawn> s_portList = Lists(s_ports);
    private static readonly Gen<Drawn> s_remoteList = Lists(s_remote);

    public static Gen<DrawnRule> Gen { get; } =
        from enabled in OneOf(9, Drawn.Always(1), Drawn.Never(2), Drawn.Unreadable(null))
        from allows in FsCheck.Fluent.Gen.Elements(s_actions)
        from profiles in OneOf(4, Drawn.Always(0), Drawn.Always(1), Drawn.Always(5), Drawn.Never(4), Drawn.Unreadable(null))
        from protocol in OneOf(4, Drawn.Always("TCP"), Drawn.Always("6"), Drawn.Always("Any"), Drawn.Never("UDP"), Drawn.Unreadable("banana"))
        from ports in s_portList
        from local in OneOf(4, Drawn.Always("Any"), Drawn.Always("192.168.11.48/29"), Drawn.Never("192.168.11.51"), Drawn.Unreadable("banana"))
        from remote in s_remoteList
        from remotePorts in OneOf(6, Drawn.Always("Any"), Drawn.Always("1024-65535"), Drawn.Never("49152-65535"), Drawn.Never("1-1023"), Drawn.Unreadable("banana"))
        from alias in OneOf(6, Drawn.Always("Any"), Drawn.Always("ethernet"), Drawn.Never("Loopback"), Drawn.Unreadable("7"))
        from program in OneOf(4, Drawn.Always(null), Drawn.Never("System"), Drawn.Unreadable(true))
        from authentication in OneOf(6, Drawn.Always(0), Drawn.Never(1), Drawn.Unreadable("banana"))
        select new DrawnRule(enabled, allows, profiles, protocol, ports, local, remote, remotePorts, alias, program, authentication);

    public void AddTo(Server server, string id) => server.Rule(
        id,
        (NetFirewallRuleClass.Enabled, Enabled.Text),
        (NetFirewallRuleClass.Action, Allows.Text),
        (NetFirewallRuleClass.Profiles, Profiles.Text),
        (NetProtocolPortFilterClass.Protocol, Protocol.Text),
        (NetProtocolPortFilterClass.LocalPort, Ports.Text),
        (NetAddressFilterClass.LocalAddress, Local.Text),
        (NetAddressFilterClass.RemoteAddress, Remote.Text),
        (NetProtocolPortFilterClass.RemotePort, RemotePorts.Text),
        (NetInterfaceFilterClass.InterfaceAlias, Alias.Text),
        (NetApplicationFilterClass.AppPath, Program.Text),
        (NetSecurityFilterClass.Authentication, Authentication.Text));

    /// <summary>The first value often, so that rules match often enough to decide anything.</summary>
    private static Gen<Drawn> OneOf(int weight, Drawn usual, params Drawn[] others) =>
        FsCheck.Fluent.Gen.Elements([.. Enumerable.Repeat(usual, weight), .. others]);

    /// <summary>A list holds if one of its values does.</summary>
    private static Gen<Drawn> Lists(Drawn[] values) =>
        from count in FsCheck.Fluent.Gen.Choose(1, 2)
        from chosen in FsCheck.Fluent.Gen.Elements(values).ArrayOf(count)
        select new Drawn(
            chosen.Select(each => (string)each.Text!).ToArray(),
            number => chosen.Any(each => each.Holds(number) == true) ? true
                : chosen.Any(each => each.Holds(number) is null) ? null
                : false);
}
