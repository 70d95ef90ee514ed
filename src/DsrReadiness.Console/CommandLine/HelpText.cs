namespace DsrReadiness.Console.CommandLine;

/// <summary>The help, written by hand to be read in 80 columns; a test holds it to the options there are.</summary>
internal static partial class HelpText
{
    /// <summary>The options that are the same words for every command that judges.</summary>
    private const string ServiceOptions = """
        What the server is to answer for:
          --vip ADDRESS          The virtual IP address; once for each
          --port PORT            443, tcp/443 or udp/5000-5100; once for each. Without a
                                 port, firewall and listeners are not judged
          --balancer ADDRESS     The balancer's own address; once for each
          --probe PROBE          How the balancer asks whether the server is alive:
                                 tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS
          --client PREFIX        Where clients come from, such as 198.51.100.0/24; once
                                 for each. Without it: from anywhere
          --interface NAME       Name or index of the interface where the balancer's
                                 frames arrive. Without it: found by the routes
          --environment NAME     OnPremises, Azure, GcpAgent or Cluster. Without it:
                                 recognised by the services of the server
          --udp-answer NAME      FromVip, FromServer or None (no answer): from which
                                 address a UDP socket bound to every address answers.
                                 Without it: unknown
          --service FILE         A service file, instead of all of these: each server is
                                 asked for the services that name it
          --service-name NAME    Only this service of the file, whoever is asked; once
                                 for each
        """;

    public const string Root = """
        dsr - is a Windows server ready for Direct Server Return?

        Judges snapshots: files that hold what a server says of its own network set-up.
        Nothing is changed, and no server is contacted, except by dsr connect, which
        sends servers packets.

        Commands:
          dsr test FILE... --vip ADDRESS    Judge snapshots for a service
          dsr plan FILE... --vip ADDRESS    Say what would be changed to make them ready
          dsr script --for RELEASE --vip ADDRESS
                                            Write a script for a release of Windows
          dsr netsh --ipv4 FILE --computer NAME
                                            Make a snapshot of what netsh shows
          dsr path FILE... --vip ADDRESS    Follow a packet through them, hop by hop
          dsr compare BEFORE AFTER --vip ADDRESS
                                            Tell what has changed in between
          dsr redact FILE... --output FOLDER
                                            Make snapshots that can be given away
          dsr connect --vip ADDRESS --port PORT --server SERVER
                                            Send servers a real packet for the VIP
          dsr demo                          The whole story, on simulated servers

        Options:
          --help       This text, or after a command the help of that command
          --version    The version

        """;

    public const string Demo = """
        dsr demo - the whole story, on servers that dsr brings along

        dsr demo

        Judges a real Windows Server 2019 as it was captured. Then, on simulated
        servers: judges four, plans for one, makes the changes, restarts it, undoes the
        changes and compares it with what it was. Needs no file and no server, and
        touches none. Exit status 0, or 70 if the story does not come out.

        """;
}
