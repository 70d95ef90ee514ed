namespace DsrReadiness.Console.CommandLine;

/// <content>The help of <c>dsr test</c>.</content>
internal static partial class HelpText
{
    public const string Test = $$"""
        dsr test - judge snapshots for a service

        dsr test FILE... --vip ADDRESS [options]

        FILE is a snapshot file, a pattern such as "snapshots/*.json", where * and ?
        stand for part of a name and ** for any folders, or - for standard input.
        Results come in the order of the files. Files that hold what cmdlets gave, such
        as Get-NetIPInterface | Export-Clixml FILE or ConvertTo-Json, are one server
        together, which comes last; what is still missing for a verdict is said.

        {{ServiceOptions}}

        What to compare with:
          --earlier FILE         A snapshot of the same server from when it was ready:
                                 R01 tells what has changed since
          --pool                 The files are the servers of one pool: R02 finds the
                                 odd one, N01 and N02 who has answered for the VIP.
                                 The pools of a service file are known without it

        How to judge and what to write:
          --strict               Treat warnings as errors
          --format FORMAT        table (for people, the default), json, junit (for CI
                                 systems), html (one page that needs nothing else,
                                 with a plan for each server that is not ready),
                                 markdown, nagios (one line for a monitoring
                                 system that runs plug-ins; exit status 0 all well,
                                 1 a warning or not certain, 2 not ready, 3 not
                                 known, as for files and arguments) or prometheus
                                 (figures for its textfile collector)
          --output FILE          Write to this file, all at once, when all is judged

        Exit status, but with --format nagios:
          0    every server is ready
          1    a server is not ready
          2    a server could not be judged for certain, and none is not ready
          64   wrong usage
          65   a file cannot be read as a snapshot, or is of no server that the
               service file names; the others are still judged. Or the service
               file cannot be read
          70   an error of dsr, or the results could not be written
          130  ended by Ctrl+C

        Example:
          dsr test web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5

        """;
}
