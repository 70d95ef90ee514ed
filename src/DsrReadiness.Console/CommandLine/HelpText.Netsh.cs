namespace DsrReadiness.Console.CommandLine;

/// <content>The help of <c>dsr netsh</c>.</content>
internal static partial class HelpText
{
    public const string Netsh = """
        dsr netsh - make a snapshot of what netsh shows

        dsr netsh [FILE] --ipv4 FILE --ipv6 FILE [options]

        For servers without the network classes, such as Windows Server 2008 R2, and for
        texts that somebody sends. On the server, in any language of Windows:
          netsh interface ipv4 show interface level=verbose > ipv4.txt
          netsh interface ipv6 show interface level=verbose > ipv6.txt
        The host model of the interfaces is read from them. Nothing else is known then:
        all other checks are Unknown. With FILE, a snapshot of the same server or - for
        standard input, the texts take the place of the reading that it lacks. Values
        count by their places, not by their labels. What could be read in two ways is
        refused, with the line.

          --ipv4 FILE            The text of IPv4
          --ipv6 FILE            The text of IPv6
          --computer NAME        The server's name; needed without FILE
          --output FILE          Write the snapshot to this file, all at once

        Exit status:
          0    the snapshot is written
          64   wrong usage
          65   a text or the snapshot cannot be read for certain
          70   an error of dsr, or the snapshot could not be written
          130  ended by Ctrl+C

        Example:
          dsr netsh --ipv4 ipv4.txt --ipv6 ipv6.txt --computer WEB01 --output web01.json

        """;
}
