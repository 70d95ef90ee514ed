using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Network;
using DsrReadiness.Network.Linux;
using DsrReadiness.Network.Sockets;
using DsrReadiness.Services;
using static DsrReadiness.Console.CommandLine.Options;
using OperatingSystem = System.OperatingSystem;

namespace DsrReadiness.Console.Commands;

/// <summary>Sends servers real packets: <c>dsr connect</c>.</summary>
internal sealed class ConnectCommand : DsrCommand
{
    private const int LongestTimeout = 60;
    private const string Otherwise = "Without it: dsr test and dsr path judge a snapshot of the server.";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(3);

    private readonly Option<string[]> _vips = Values("--vip", "ADDRESS", "The virtual IP address; once for each");
    private readonly Option<string[]> _ports = Values("--port", "PORT", "443, tcp/443, udp/53 or icmp; once for each");
    private readonly Option<string[]> _servers = Values("--server", "SERVER", "Name or own address of a server; once for each");
    private readonly Option<string[]> _balancers = Values("--balancer", "ADDRESS", "The balancer's own address, so that its answer to ARP is recognised; once for each");
    private readonly Option<bool> _tls = Flag("--tls", "Shake hands on TCP ports");
    private readonly Option<string> _hostName = Value("--host-name", "NAME", "The name for TLS and HTTP. Without it no name is checked");
    private readonly Option<bool> _skip = Flag("--skip-certificate-check", "Take any certificate");
    private readonly Option<string> _path = Value("--path", "PATH", "Send an HTTP request for this path, such as /health");
    private readonly Option<string> _expect = Value("--expect", "STATUS", "The status it must give. Without it: 200 to 399");
    private readonly Option<string> _payload = Value("--payload", "PAYLOAD", "What datagrams hold: dns, ntp, snmp, snmp:COMMUNITY, radius, radius:SECRET, text:WORDS or hexadecimal digits. Without it: what is usual on the port");
    private readonly Option<string> _timeout = Value("--timeout", "SECONDS", "How long an answer may take, from 0.1 to 60; without it: 3");
    private readonly Option<string[]> _snapshots = Values("--snapshot", "FILE", "A snapshot of a server, or a pattern, to hold packet and verdict against each other; once for each");
    private readonly Option<string> _file = Value("--service", "FILE", "A service file, instead of VIPs, ports and balancers; without --server its servers are asked");
    private readonly Option<string> _name = Value("--service-name", "NAME", "Which service of the file");
    private readonly Option<string> _format = FormatOption(
        "table (for people, the default), json, junit or nagios (one line; exit status 0, 1, 2 or 3 as plug-ins have it). JSON is an array of { format, virtualIPAddress, port, server, address, linkLayerAddress, outcome, reason, "
        + "recommendation, command, checks, warnings, disagreement, claims, packet, control }");

    private readonly Option<string> _output = OutputFile("Write there instead of standard output");

    public ConnectCommand(ConsoleHost host, Messages messages)
        : base(host, messages, "connect", "--vip ADDRESS --port PORT --server SERVER [options]", "send servers a real packet, as the balancer would")
    {
    }

    public override string About =>
        "Run it on a Linux computer of the servers' segment that is neither a server nor the balancer, as root. For each VIP: who answers ARP or ND for it. Then, server by server: the same question to the server's own address, as a control, "
        + "and to the VIP by way of this server alone. It proves the server, not the client's whole path. Every packet has hop limit 1, so that a server without the VIP cannot pass it on to one that answers. Only packets of this run take "
        + "its routes: nothing else of this computer is diverted.";

    public override IReadOnlyList<OptionGroup> Groups =>
    [
        new("Whom and what to ask:", _vips, _ports, _servers, _balancers, _tls, _hostName, _skip, _path, _expect, _payload, _timeout, _snapshots, _file, _name),
        new("What to write:", _format, _output),
    ];

    public override string Notes => """
        Outcomes:
          Answered, NoAnswer, Refused, Forwarded (the server passed the packet on), Unresolved (nobody answers ARP for the server), WrongSource, TlsFailed, WrongCertificate, WrongStatus, NotAsked
        """;

    public override IReadOnlyDictionary<int, string> Exits => ExitsWith(
        (ExitStatus.Ready, "all answered"),
        (ExitStatus.NotReady, "one did not answer as asked"),
        (ExitStatus.Inconclusive, "one could not be asked"),
        (ExitStatus.BadInput, "a snapshot or the service file cannot be read"),
        (ExitStatus.NoRight, "no right to change routes"),
        (ExitStatus.Interrupted, "ended by Ctrl+C; no route is left"));

    public override string Example => "sudo dsr connect --vip 192.0.2.10 --port tcp/443 --server 192.0.2.11 --tls";

    public override Func<int>? Read(Given given)
    {
        foreach (Option<string> option in new[] { _hostName, _path, _payload, _timeout, _expect, _file, _name, _output })
            _ = given.Text(option);
        if (given.Errors.Count > 0)
            return null;
        IPAddress[] vips = given.Each(_vips, ServiceText.ReadAddress);
        ConnectionPort[] ports = given.Each(_ports, ConnectionPort.Parse);
        IReadOnlyList<IPAddress> balancers = given.Each(_balancers, ServiceText.ReadAddress);
        string[] servers = given.Texts(_servers);
        Payload? payload = given.One(_payload, Payload.Parse);
        ConnectionTalk talk = ReadTalk(given);
        TimeSpan timeout = ReadTimeout(given);
        OutputFormat format = given.Format(_format, OutputFormat.Table, OutputFormat.Json, OutputFormat.JUnit, OutputFormat.Nagios);
        RequireWho(given, ports, servers, payload);
        ServiceSource? services = given.Value(_file) is { } file ? new ServiceSource(null, file, given.Value(_name) is { } name ? [name] : []) : null;
        var asked = new ConnectRequest(
            [.. vips.Distinct()], [.. ports.Distinct()], [.. servers.Distinct(StringComparer.OrdinalIgnoreCase)], balancers, talk, payload, timeout, services, given.Texts(_snapshots), format, given.Value(_output));
        return () => Run(asked);
    }

    private void RequireWho(Given given, ConnectionPort[] ports, string[] servers, Payload? payload)
    {
        if (servers.Any(string.IsNullOrWhiteSpace))
            given.Errors.Add("--server is given but blank: give a name or an address.");
        if (given.Has(_file))
        {
            foreach (Option option in new Option[] { _vips, _ports, _balancers }.Where(option => given.Has(option)))
                given.Errors.Add($"{option.Name} and --service both say what is asked: give one of them.");
            return;
        }

        if (given.Has(_name))
            given.Errors.Add("--service-name chooses from a service file: give the file with --service.");
        if (!given.Has(_vips))
            given.Errors.Add("The virtual IP address is missing: give it as --vip 192.0.2.10, once for each address; or a service file with --service.");
        if (!given.Has(_ports))
            given.Errors.Add("The port is missing: give it as --port tcp/443, udp/53 or icmp, once for each.");
        if (servers.Length == 0)
            given.Errors.Add("The server is missing: give its name or own address as --server web01, once for each.");
        if (ConnectInputs.WhyNoPayload(ports, payload) is { } mute)
            given.Errors.Add(mute);
    }

    private ConnectionTalk ReadTalk(Given given)
    {
        string? path = given.Value(_path);
        if (path is not null && !HttpText.IsPath(path))
            given.Errors.Add($"--path: '{path}' is not the path of a request: write one such as /health, with %20 for a space.");
        int? expected = null;
        if (given.Value(_expect) is { } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) || status is < 100 or > 599)
                given.Errors.Add($"--expect: '{text}' is not an HTTP status: write one such as 200.");
            else if (path is null)
                given.Errors.Add("--expect is for an HTTP request: give its path with --path.");
            expected = status;
        }

        bool tls = given.Is(_tls);
        if (!tls && given.Is(_skip))
            given.Errors.Add("--skip-certificate-check is for TLS: give --tls too.");
        string? host = given.Value(_hostName);
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            given.Errors.Add($"--host-name: '{host}' is not a name: write one such as www.example.com.");
        return new ConnectionTalk { Tls = tls, HostName = host, SkipCertificateCheck = given.Is(_skip), Path = path, ExpectedStatus = expected };
    }

    private TimeSpan ReadTimeout(Given given)
    {
        if (given.Value(_timeout) is not { } text)
            return s_timeout;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0.1 and <= LongestTimeout)
            return TimeSpan.FromSeconds(seconds);
        given.Errors.Add($"--timeout: '{text}' is not a time: write seconds from 0.1 to {LongestTimeout}.");
        return s_timeout;
    }

    private int Run(ConnectRequest asked)
    {
        if (!OperatingSystem.IsLinux())
            return Refuse(asked, ExitStatus.Inconclusive, "dsr connect runs on Linux. " + Otherwise);
        LinuxRoutes routes = LinuxRoutes.Create();
        if (routes.Refusal() is { } refusal)
            return Refuse(asked, refusal.IsRight ? ExitStatus.NoRight : ExitStatus.Inconclusive, $"{refusal.Message} {Otherwise}");
        var inputs = new ConnectInputs(Host, Messages);
        ConnectionRequest request = inputs.Resolve(asked);
        SnapshotView view = inputs.ReadSnapshots(asked, request);
        using AtomicFile? file = AtomicFile.Begin(FullName, asked.Output, []);
        using var output = new OutputStream(file?.Stream ?? Host.Output);
        var sink = new ConnectionSink(output, asked.Format, file is null ? Host : null);
        foreach (string left in routes.CleanAsync(Host.Cancellation).GetAwaiter().GetResult())
            Messages.Say("removed " + left + ".");
        foreach (ConnectionResult result in InOrder(request, Stream(routes, request)))
            sink.Write(view.Beside(result));
        int status = sink.End();
        file?.Commit();
        return asked.Format == OutputFormat.Nagios ? status : inputs.Failed ? ExitStatus.BadInput : status;
    }

    /// <summary>Results as they come, from the threads of the runner on this one; whatever ends the runner is raised here.</summary>
    private IEnumerable<ConnectionResult> Stream(LinuxRoutes routes, ConnectionRequest request)
    {
        using var results = new BlockingCollection<ConnectionResult>();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Host.Cancellation);
        var runner = new ConnectionRunner(routes, new LinuxNeighborProbe(), new ConnectionSockets(IpCommand.Mark), new SystemClock());
        Task run = Task.Run(async () =>
        {
            try
            {
                await runner.RunAsync(request, results.Add, end.Token).ConfigureAwait(false);
            }
            finally
            {
                results.CompleteAdding();
            }
        });
        try
        {
            foreach (ConnectionResult result in results.GetConsumingEnumerable())
                yield return result;
            run.GetAwaiter().GetResult();
        }
        finally
        {
            end.Cancel(); // who reads no more, such as at a closed pipe, still waits until the routes are given back
            _ = Task.WhenAny(run).GetAwaiter().GetResult();
        }
    }

    /// <summary>VIPs are asked side by side and shown one after the other.</summary>
    private static IEnumerable<ConnectionResult> InOrder(ConnectionRequest request, IEnumerable<ConnectionResult> results)
    {
        var waiting = request.VirtualIPAddresses.ToDictionary(vip => vip, _ => new Queue<ConnectionResult>());
        int turn = 0;
        int left = 0;
        bool IsOpen() => turn < request.VirtualIPAddresses.Count;
        void Begin() => left = IsOpen() ? request.ServersFor(request.VirtualIPAddresses[turn]).Count() * request.Ports.Count : 0;
        Begin();
        foreach (ConnectionResult result in results)
        {
            waiting[result.VirtualIPAddress].Enqueue(result);
            while (IsOpen() && waiting[request.VirtualIPAddresses[turn]].TryDequeue(out ConnectionResult? next))
            {
                yield return next;
                if (--left > 0)
                    continue;
                turn++;
                Begin();
            }
        }
    }

    /// <summary>A plug-in says on standard output why it knows nothing.</summary>
    private int Refuse(ConnectRequest asked, int status, string message)
    {
        if (asked.Format == OutputFormat.Nagios)
            return PluginAnswer.Unknown(Host.Output, message);
        Messages.Say(message);
        return status;
    }
}
