using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Paths;
using DsrReadiness.Reports;
using static DsrReadiness.Console.CommandLine.Options;

namespace DsrReadiness.Console.Commands;

/// <summary>Follows a packet through servers: <c>dsr path</c>.</summary>
internal sealed class PathCommand : SnapshotsCommand
{
    private readonly ServiceOptions _service = new(
        ("--port", "443, tcp/443 or udp/5000-5100; once for each. Without a port, firewall and listeners are not asked"),
        ("--client", "Where clients come from; once for each. The packet comes from the first one: give an address to choose it. Without it: an example, 203.0.113.77 or 2001:db8:77::77"));

    private readonly Option<string> _format = FormatOption("""
        table (for people, the default) or json: an array of
        { computerName, virtualIPAddress, port, client,
          probe, outcome, leaks, cutOff, hops, resolution,
          connections }, each of the last three an array of
        { kind, interface, statement, reading, consequence,
          outcome }; of a probe, virtualIPAddress and port are null
        """);

    public PathCommand(ConsoleHost host, Messages messages)
        : base(host, messages, "path", "FILE... --vip ADDRESS [options]", "follow a packet through servers, hop by hop") => Files = FileArgument();

    public override string About => """
        For each VIP and port (of a range, its first): where the frame arrives, whether the host model takes it in, what the firewall says and by which rule, who listens, and how the reply leaves. Each hop says what is true, what follows, and from which reading; "X" marks where the packet ends and "?" what cannot be told. Then who answers for the VIP on the wire, and which source address the server's own connections take; "!" marks a VIP that is seen where it must not, and "X" a connection that a loopback swallows. The probe of each balancer that is named is followed after the packets.

        """ + WhatFileIs;

    public override IReadOnlyList<OptionGroup> Groups => [_service.Group, new("What to write:", _format)];

    public override IReadOnlyDictionary<int, string> Exits => ExitsWith(
        (ExitStatus.Ready, "every packet is answered, no VIP leaks, and no server is cut off"),
        (ExitStatus.NotReady, "a packet is dropped, a VIP leaks, or a server is cut off"),
        (ExitStatus.Inconclusive, "it cannot be told for certain, and nothing is wrong for certain"),
        (ExitStatus.BadInput, UnreadFiles("followed")));

    public override string Example => "dsr path web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5";

    public override Func<int>? Read(Given given)
    {
        string[] files = given.Files(Files!);
        OutputFormat format = given.Format(_format, OutputFormat.Table, OutputFormat.Json);
        ServiceSource? services = _service.Read(given);
        return services is null ? null : () => Run(files, services, format);
    }

    private int Run(string[] files, ServiceSource services, OutputFormat format)
    {
        using var output = new OutputStream(Host.Output);
        var sink = new Sink<PathTrace>(output, format == OutputFormat.Json ? new PathJson(output) : null);
        var text = new PathText(Host.Columns, Host.Style);
        int status = AskAll(
            files,
            services,
            new Fault("no packet could be followed for "),
            (snapshot, service) => PathTracer.Trace(snapshot, service),
            (traces, origin) =>
            {
                foreach (PathTrace trace in traces)
                    sink.Write(trace, writer => text.Write(writer, trace, origin));
            },
            StatusOf);
        sink.End();
        return status;
    }

    /// <summary>A packet that dies, a VIP that leaks or a server that is cut off beats what cannot be told.</summary>
    private static int StatusOf(IReadOnlyList<PathTrace> traces) =>
        traces.Any(trace => trace.IsTroubled) ? ExitStatus.NotReady
        : traces.Any(trace => trace.Outcome == PathOutcome.Undetermined || trace.Leaks is null) ? ExitStatus.Inconclusive
        : ExitStatus.Ready;
}
