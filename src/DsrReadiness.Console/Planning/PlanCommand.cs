using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Desired;
using DsrReadiness.Plans;

namespace DsrReadiness.Console.Planning;

/// <summary>Says what would be changed, and changes nothing: <c>dsr plan</c>.</summary>
internal sealed class PlanCommand(ConsoleHost host, Messages messages)
{
    public int Run(PlanRequest request)
    {
        using var output = new OutputStream(host.Output);
        var sink = new PlanSink(output, request.Format, host);
        var options = new PlanOptions { Loopback = request.Loopback };
        int status = new SnapshotQueue<Plan>(host, messages, "there is no plan").Run(
            request.Files,
            request.Services,
            (snapshot, service) => Planner.Plan(snapshot, service, options),
            plan => plan.Refusals.Count > 0 ? ExitStatus.NotReady : ExitStatus.Ready,
            sink.Write);
        sink.End();
        return status;
    }
}
