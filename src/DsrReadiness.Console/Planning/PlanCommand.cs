using System;
using System.Collections.Generic;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Plans;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Console.Planning;

/// <summary>Says what would be changed, and changes nothing: <c>dsr plan</c>.</summary>
internal sealed class PlanCommand(ConsoleHost host, Messages messages)
{
    public int Run(PlanRequest request)
    {
        using var output = new OutputStream(host.Output);
        var sink = new PlanSink(output, request.Format, host);
        var options = new PlanOptions { Loopback = request.Loopback };
        ServiceChoice services = ServiceSource.Open(request.Services);
        int status = ExitStatus.Ready;
        OrderedPipeline.Run(
            SnapshotInputs.Find(request.Files, host.OpenInput, request.Services.File),
            input => Ask(input, services, options),
            answers => answers.ForEach(answer =>
            {
                status = Math.Max(status, StatusOf(answer));
                if (answer.Plan is null)
                    messages.Say(answer.Problem!);
                else
                    sink.Write(answer);
            }),
            ahead: 2 * Environment.ProcessorCount,
            host.Cancellation);
        sink.End();
        return status;
    }

    private static List<PlanAnswer> Ask(SnapshotInput input, ServiceChoice services, PlanOptions options) => ServiceSource.Ask(
        services,
        input,
        (snapshot, asked) => PlanAnswer.Of(input.Name, Planner.Plan(snapshot, asked.Service, options), snapshot.CollectedAt),
        problem => PlanAnswer.Failed(input.Name, problem),
        bug => PlanAnswer.Broken(input.Name, bug));

    /// <summary>A fault of ours beats an unreadable file, and that one a refusal: the greater status wins.</summary>
    private static int StatusOf(PlanAnswer answer) => answer switch
    {
        { IsOurs: true } => ExitStatus.Internal,
        { Plan: null } => ExitStatus.BadInput,
        { Plan.Refusals.Count: > 0 } => ExitStatus.NotReady,
        _ => ExitStatus.Ready,
    };
}
