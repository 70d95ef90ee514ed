namespace DsrReadiness.Console.CommandLine;

/// <summary>The help, written by hand to be read in 80 columns; a test holds it to the options there are.</summary>
internal static class HelpText
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
          --service FILE         A service file, instead of all of these: each server is
                                 asked for the services that name it
          --service-name NAME    Only this service of the file, whoever is asked; once
                                 for each
        """;

    public const string Root = """
        dsr - is a Windows server ready for Direct Server Return?

        Judges snapshots: files that hold what a server says of its own network set-up.
        Nothing is changed, and no server is contacted.

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
          dsr demo                          The whole story, on simulated servers

        Options:
          --help       This text, or after a command the help of that command
          --version    The version

        """;

    public const string Test = $$"""
        dsr test - judge snapshots for a service

        dsr test FILE... --vip ADDRESS [options]

        FILE is a snapshot file, a pattern such as "snapshots/*.json", where * and ?
        stand for part of a name and ** for any folders, or - for standard input.
        Results come in the order of the files.

        {{ServiceOptions}}

        What to compare with:
          --earlier FILE         A snapshot of the same server from when it was ready:
                                 R01 tells what has changed since
          --pool                 The files are the servers of one pool: R02 finds the
                                 odd one, N01 and N02 who has answered for the VIP.
                                 The pools of a service file are known without it

        How to judge and what to write:
          --strict               Warnings count as errors
          --format FORMAT        table (for people, the default), json, junit (for CI
                                 systems), html (one page that needs nothing else,
                                 with a plan for each server that is not ready) or
                                 markdown
          --output FILE          Write to this file, all at once, when all is judged

        Exit status:
          0    every server is ready
          1    a server is not ready
          2    a server could not be judged for certain, and none is not ready
          64   the arguments make no sense
          65   a file cannot be read as a snapshot, or is of no server that the
               service file names; the others are still judged. Or the service
               file cannot be read
          70   an error of dsr, or the results could not be written
          130  ended by Ctrl+C

        Example:
          dsr test web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5

        """;

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
          64   the arguments make no sense
          65   a file cannot be read as a snapshot, or is of no server that the
               service file names; the others are still planned for. Or the
               service file cannot be read
          70   an error of dsr, or the results could not be written
          130  ended by Ctrl+C

        Example:
          dsr plan web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5

        """;

    public const string Path = """
        dsr path - follow a packet through servers, hop by hop

        dsr path FILE... --vip ADDRESS [options]

        For each VIP and port (of a range, its first): where the frame arrives, whether
        the host model takes it in, what the firewall says and by which rule, who
        listens, and how the reply leaves. Each hop says what is true, what follows,
        and from which reading; "X" marks where the packet ends and "?" what cannot be
        told. Then who answers for the VIP on the wire, and which source address the
        server's own connections take; "!" marks a VIP that is seen where it must not,
        and "X" a connection that a loopback swallows. The probe of each balancer that
        is named is followed after the packets.
        FILE is a snapshot file, a pattern such as "snapshots/*.json", where * and ?
        stand for part of a name and ** for any folders, or - for standard input.

        What the server is to answer for:
          --vip ADDRESS          The virtual IP address; once for each
          --port PORT            443, tcp/443 or udp/5000-5100; once for each. Without a
                                 port, firewall and listeners are not asked
          --balancer ADDRESS     The balancer's own address; once for each
          --probe PROBE          How the balancer asks whether the server is alive:
                                 tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS
          --client PREFIX        Where clients come from; once for each. The packet comes
                                 from the first one: give an address to choose it.
                                 Without it: an example, 203.0.113.77 or
                                 2001:db8:77::77
          --interface NAME       Name or index of the interface where the balancer's
                                 frames arrive. Without it: found by the routes
          --environment NAME     OnPremises, Azure, GcpAgent or Cluster. Without it:
                                 recognised by the services of the server
          --service FILE         A service file, instead of all of these: each server is
                                 asked for the services that name it
          --service-name NAME    Only this service of the file, whoever is asked; once
                                 for each

        What to write:
          --format FORMAT        table (for people, the default) or json: an array of
                                 { computerName, virtualIPAddress, port, client,
                                   probe, outcome, leaks, cutOff, hops, resolution,
                                   connections }, each of the last three an array of
                                 { kind, interface, statement, reading, consequence,
                                   outcome }; of a probe, virtualIPAddress and port
                                 are null

        Exit status:
          0    every packet is answered, no VIP leaks, and no server is cut off
          1    a packet is dropped, a VIP leaks, or a server is cut off
          2    it cannot be told for certain, and nothing is wrong for certain
          64   the arguments make no sense
          65   a file cannot be read as a snapshot, or is of no server that the
               service file names; the others are still followed. Or the service
               file cannot be read
          70   an error of dsr, or the results could not be written
          130  ended by Ctrl+C

        Example:
          dsr path web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5

        """;

    public const string Script = """
        dsr script - write a script for a release of Windows

        dsr script [FILE] --for RELEASE --vip ADDRESS [options]

        Writes a script to be read, reviewed and run by somebody else: from Windows 2000
        on, whether or not this program runs there. It contacts no server. With FILE, a
        snapshot or - for standard input, it holds what is missing on that server.
        Without, it holds everything, and --interface and --loopback are needed.

        What script:
          --for RELEASE          Windows2000, WindowsXP, Server2003, WindowsVista,
                                 Server2008, Windows7, Server2008R2, Windows8,
                                 Server2012, Server2012R2, Windows10, Server2016,
                                 Server2019, Server2022 or Server2025
          --language LANGUAGE    Cmd (a batch file of netsh commands), PowerShell (with
                                 the network cmdlets of Server 2012 and later) or
                                 Module (with this module). Without it: PowerShell where
                                 the release has the cmdlets, else Cmd
          --undo                 The script that takes it back
          --verify               The script that shows the state and changes nothing
          --loopback NAME        Name or index of the loopback adapter
          --prefix-length N      Of the traffic interface's subnet: for releases whose
                                 tools take no single host (Windows 2000 to Server 2003)
          --output FILE          Write to this file, all at once

        What the server is to answer for:
          --vip ADDRESS          The virtual IP address; once for each
          --port PORT            443, tcp/443 or udp/5000-5100; once for each. Without a
                                 port, the firewall is left as it is
          --balancer ADDRESS     The balancer's own address; once for each
          --probe PROBE          How the balancer asks whether the server is alive:
                                 tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS
          --client PREFIX        Where clients come from, such as 198.51.100.0/24; once
                                 for each. Without it: from anywhere
          --interface NAME       Name or index of the interface where the balancer's
                                 frames arrive
          --environment NAME     OnPremises, Azure, GcpAgent or Cluster
          --service FILE         A service file, instead of all of these
          --service-name NAME    The service of the file that is meant

        Exit status:
          0    the script is written
          1    it is refused, with the reason; or some things are left to you
          64   the arguments make no sense
          65   the file cannot be read as a snapshot, or the service file as one; or
               it is not said which of its services is meant
          70   an error of dsr, or the script could not be written
          130  ended by Ctrl+C

        Example:
          dsr script --for Server2008R2 --vip 192.0.2.10 --port tcp/443 --interface
            net --loopback loopback --output setup.cmd

        """;

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
          64   the arguments make no sense
          65   a text or the snapshot cannot be read for certain
          70   an error of dsr, or the snapshot could not be written
          130  ended by Ctrl+C

        Example:
          dsr netsh --ipv4 ipv4.txt --ipv6 ipv6.txt --computer WEB01 --output web01.json

        """;

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
          64   the arguments make no sense
          65   a file cannot be read as a snapshot, has no earlier one to compare
               with, or is of no server that the service file names; the others are
               still compared. Or the service file cannot be read
          70   an error of dsr, or the results could not be written
          130  ended by Ctrl+C

        Example:
          dsr compare before.json after.json --vip 192.0.2.10 --port tcp/443

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
