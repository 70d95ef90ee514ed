namespace DsrReadiness.Console.CommandLine;

/// <content>The help of <c>dsr redact</c>.</content>
internal static partial class HelpText
{
    public const string Redact = """
        dsr redact - make snapshots that can be given away

        dsr redact FILE... --output FOLDER

        Takes out of snapshots what identifies an organisation, and nothing that the
        verdict is made of: every check, path and plan comes out as it did. Names of
        computers, domains, interfaces, services, programs, users, firewall rules and
        devices, GUIDs and MAC addresses get pseudonyms, the same in all files of one
        run. IP addresses, ports and numbers stay. FILE is a snapshot file, a pattern
        such as "snapshots/*.json", where * and ? stand for part of a name and ** for
        any folders, or - for standard input.

          --output FOLDER        Write the redacted snapshots there, each named after
                                 the pseudonym of its server

        Which file is whose is written to standard output, a line for each: keep that
        to yourself. The pseudonyms are random, and the next run gives others.

        Exit status:
          0    every snapshot is redacted
          64   wrong usage
          65   a file cannot be read as a snapshot; the others are still redacted
          70   an error of dsr, or a file could not be written
          130  ended by Ctrl+C

        Example:
          dsr redact "pool/*.json" --output given > whose.txt

        """;
}
