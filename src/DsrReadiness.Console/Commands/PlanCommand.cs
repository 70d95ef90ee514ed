using System;
using System.Collections.Generic;
using System.CommandLine;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Reports;
using static DsrReadiness.Console.CommandLine.Options;

namespace DsrReadiness.Console.Commands;

/// <summary>Says what would be changed, and changes nothing: <c>dsr plan</c>.</summary>
internal sealed class PlanCommand : SnapshotsCommand
{
    private readonly ServiceOptions _service = new();
    private readonly Option<string> _loopback = Value("--loopback", "NAME", "Name or index of the loopback adapter to use. Without it: the one that holds the VIP or visibly serves such addresses, else a new one");
    private readonly Option<string> _format = FormatOption("""
        table (for people, the default) or json: an array of
        { computerName,
          service: { name, virtualIPAddress, port },
          changes: [{ check, text, warning }],
          refused: [{ check, reason, recommendation }] }
        """);

    public PlanCommand(ConsoleHost host, Messages messages)
        : base(host, messages, "plan", "FILE... --vip ADDRESS [options]", "say what would be changed to make servers ready") => Files = FileArgument();

    public override string About => """
        Reads snapshots, changes nothing and contacts no server. For each file: the changes in order, each with the check that it answers; warnings are marked "!"; and what is refused or left to you, with what to do.

        """ + WhatFileIs;

    public override IReadOnlyList<OptionGroup> Groups => [_service.Group, new("How to plan and what to write:", _loopback, _format)];

    public override IReadOnlyDictionary<int, string> Exits => ExitsWith(
        (ExitStatus.Ready, "nothing is to be done, or all of it can be"),
        (ExitStatus.NotReady, "something is refused or left to you"),
        (ExitStatus.BadInput, UnreadFiles("planned for")));

    public override string Example => "dsr plan web01.json --vip 192.0.2.10 --port tcp/443 --balancer 192.0.2.5";

    public override Func<int>? Read(Given given)
    {
        string[] files = given.Files(Files!);
        OutputFormat format = given.Format(_format, OutputFormat.Table, OutputFormat.Json);
        var options = new PlanOptions { Loopback = given.Text(_loopback, "the name of the adapter") };
        ServiceSource? services = _service.Read(given);
        return services is null ? null : () => Run(files, services, format, options);
    }

    private int Run(string[] files, ServiceSource services, OutputFormat format, PlanOptions options)
    {
        using var output = new OutputStream(Host.Output);
        var sink = new Sink<Plan>(output, format == OutputFormat.Json ? new PlanJson(output) : null);
        var text = new PlanText(Host.Columns, Host.Style);
        int status = AskAll(
            files,
            services,
            new Fault("there is no plan for "),
            (snapshot, service) => Planner.Plan(snapshot, service, options),
            (plan, origin) => sink.Write(plan, writer => text.Write(writer, plan, origin)),
            plan => plan.Refusals.Count > 0 ? ExitStatus.NotReady : ExitStatus.Ready);
        sink.End();
        return status;
    }
}
