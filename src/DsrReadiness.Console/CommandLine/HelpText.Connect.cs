namespace DsrReadiness.Console.CommandLine;

/// <content>The help of <c>dsr connect</c>.</content>
internal static partial class HelpText
{
    public const string Connect = """
        dsr connect - send servers a real packet, as the balancer would

        dsr connect --vip ADDRESS --port PORT --server SERVER [options]

        Run it on a Linux computer of the servers' segment that is neither a server nor
        the balancer, as root. For each VIP: who answers ARP or ND for it. Then, server
        by server: the same question to the server's own address, as a control, and to
        the VIP by way of this server alone. It proves the server, not the client's
        whole path. Every packet has hop limit 1, so that a server without the VIP
        cannot pass it on to one that answers. Only packets of this run take its
        routes: nothing else of this computer is diverted.

        Whom and what to ask:
          --vip ADDRESS          The virtual IP address; once for each
          --port PORT            443, tcp/443, udp/53 or icmp; once for each
          --server SERVER        Name or own address of a server; once for each
          --balancer ADDRESS     The balancer's own address, so that its answer to ARP
                                 is recognised; once for each
          --tls                  Shake hands on TCP ports
          --host-name NAME       The name for TLS and HTTP. Without it no name is
                                 checked
          --skip-certificate-check
                                 Take any certificate
          --path PATH            Send an HTTP request for this path, such as /health
          --expect STATUS        The status it must give. Without it: 200 to 399
          --payload PAYLOAD      What datagrams hold: dns, ntp, snmp, snmp:COMMUNITY,
                                 radius, radius:SECRET, text:WORDS or hexadecimal
                                 digits. Without it: what is usual on the port
          --timeout SECONDS      How long an answer may take, from 0.1 to 60; without
                                 it: 3
          --snapshot FILE        A snapshot of a server, or a pattern, to hold packet
                                 and verdict against each other; once for each
          --service FILE         A service file, instead of VIPs, ports and balancers;
                                 without --server its servers are asked
          --service-name NAME    Which service of the file

        What to write:
          --format FORMAT        table (for people, the default), json, junit or nagios
                                 (one line; exit status 0, 1, 2 or 3 as plug-ins have
                                 it). JSON is an array of { format, virtualIPAddress,
                                 port, server, address, linkLayerAddress, outcome,
                                 reason, recommendation, command, checks, warnings,
                                 disagreement, claims, packet, control }
          --output FILE          Write there instead of standard output

        Outcomes:
          Answered, NoAnswer, Refused, Forwarded (the server passed the packet on),
          Unresolved (nobody answers ARP for the server), WrongSource, TlsFailed,
          WrongCertificate, WrongStatus, NotAsked

        Exit status:
          0    all answered
          1    one did not answer as asked
          2    one could not be asked
          64   wrong usage
          65   a snapshot or the service file cannot be read
          70   an error of dsr, or the results could not be written
          77   no right to change routes
          130  ended by Ctrl+C; no route is left

        Example:
          sudo dsr connect --vip 192.0.2.10 --port tcp/443 --server 192.0.2.11 --tls

        """;
}
