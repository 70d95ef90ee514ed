namespace DsrReadiness.Console.CommandLine;

/// <content>The help of <c>dsr plan</c>.</content>
internal static partial class HelpText
{
    public const string Plan = $$"""
        dsr plan - say what would be changed to make servers ready

        dsr plan FILE... --vip ADDRESS [options]

        Reads snapshots, changes nothing and contacts no server. For each file: the
        changes in order, each with the check that it answers; warnings are
        marked "!"; and what is refused or left to you, with what to do.
        FILE is a snapshot file, a pattern such as "snapshots/*.json", where * and ?
        stand for part of a name and ** for any folders, or - for standard input.

        {{ServiceOptions}}

        How to plan and what to write:
          --loopback NAME        Name or index of the loopback adapter to use. Without
                                 it: the one that holds the VIP or visibly serves such
                                 addresses, else a new one
          --format FORMAT        table (for people, the default) or json: an array of
                                 { computerName,
                                   service: { name, virtualIPAddress, port },
                                   changes: [{ check, text, warning }],
                                   refused: [{ check, reason, recommendation }] }

        Exit status:
          0    nothing is to be done, or all of it can be
          1    something is refused or left to you
          64   wrong usage
          65   a file cannot be read as a snapshot, or is of no server that the
               service file names; the others are still planned for. Or the
               service file cannot be read
          70   an error of dsr, or the results could not be written
          130  ended by Ctrl+C

        Example:
          dsr plan web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5

        """;
}
