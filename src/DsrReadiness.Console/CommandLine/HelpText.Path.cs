namespace DsrReadiness.Console.CommandLine;

/// <content>The help of <c>dsr path</c>.</content>
internal static partial class HelpText
{
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
          --udp-answer NAME      FromVip, FromServer or None (no answer): from which
                                 address a UDP socket bound to every address answers.
                                 Without it: unknown
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
          64   wrong usage
          65   a file cannot be read as a snapshot, or is of no server that the
               service file names; the others are still followed. Or the service
               file cannot be read
          70   an error of dsr, or the results could not be written
          130  ended by Ctrl+C

        Example:
          dsr path web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5

        """;
}
