namespace DsrReadiness.Console.CommandLine;

/// <content>The help of <c>dsr compare</c>.</content>
internal static partial class HelpText
{
    public const string Compare = $$"""
        dsr compare - tell what has changed between two snapshots of a server

        dsr compare BEFORE AFTER --vip ADDRESS [options]

        Asks the checks of both and says, in their words, what has become worse, better
        or different, what that does to the verdict, and which known cause it looks
        like: an upgrade in place, a virtual switch made anew, a policy, a restart.
        BEFORE and AFTER are each a snapshot file, a pattern such as "monday/*.json", of
        which the snapshots of one server are compared with one another, or - for
        standard input.

        {{ServiceOptions}}

        What to write:
          --format FORMAT        table (for people, the default), json or markdown. JSON
                                 is an array of { computerName, service, before, after,
                                 changes, causes }

        Exit status:
          0    nothing has become worse
          1    something has become worse
          64   wrong usage
          65   a file cannot be read as a snapshot, has no earlier one to compare
               with, or is of no server that the service file names; the others are
               still compared. Or the service file cannot be read
          70   an error of dsr, or the results could not be written
          130  ended by Ctrl+C

        Example:
          dsr compare before.json after.json --vip 192.0.2.10 --port tcp/443

        """;
}
