namespace DsrReadiness.Console.CommandLine;

/// <content>The help of <c>dsr script</c>.</content>
internal static partial class HelpText
{
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
          --udp-answer NAME      FromVip, FromServer or None
          --service FILE         A service file, instead of all of these
          --service-name NAME    The service of the file that is meant

        Exit status:
          0    the script is written
          1    it is refused, with the reason; or some things are left to you
          64   wrong usage
          65   the file cannot be read as a snapshot, or the service file as one; or
               no service was chosen from it
          70   an error of dsr, or the script could not be written
          130  ended by Ctrl+C

        Example:
          dsr script --for Server2008R2 --vip 192.0.2.10 --port tcp/443 --interface
            net --loopback loopback --output setup.cmd

        """;
}
