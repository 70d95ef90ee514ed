using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Network;
using DsrReadiness.Network.Linux;
using DsrReadiness.Network.Sockets;

namespace DsrReadiness.Console.Connecting;

/// <summary>Sends servers real packets: <c>dsr connect</c>.</summary>
internal sealed class ConnectCommand(ConsoleHost host, Messages messages)
{
    private const string Otherwise = "Without it: dsr test and dsr path judge a snapshot of the server.";

    public int Run(ConnectRequest asked)
    {
        if (!OperatingSystem.IsLinux())
            return Refuse(asked, ExitStatus.Inconclusive, "dsr connect runs on Linux. " + Otherwise);
        LinuxRoutes routes = LinuxRoutes.Create();
        if (routes.Refusal() is { } refusal)
            return Refuse(asked, refusal.IsRight ? ExitStatus.NoRight : ExitStatus.Inconclusive, $"{refusal.Message} {Otherwise}");
        var inputs = new ConnectInputs(host, messages);
        ConnectionRequest request = inputs.Resolve(asked);
        SnapshotView view = inputs.ReadSnapshots(asked, request);
        using AtomicFile? file = asked.Output is { } path ? AtomicFile.Begin("dsr connect", path) : null;
        using var output = new OutputStream(file?.Stream ?? host.Output);
        var sink = new ConnectionSink(output, asked.Format, file is null ? host : null);
        foreach (string left in routes.CleanAsync(host.Cancellation).GetAwaiter().GetResult())
            messages.Say("removed " + left + ".");
        foreach (ConnectionResult result in InOrder(request, Stream(routes, request)))
            sink.Write(view.Beside(result));
        int status = sink.End();
        file?.Commit();
        return asked.Format == ConnectFormat.Nagios ? status : inputs.Failed ? ExitStatus.BadInput : status;
    }

    /// <summary>Results as they come, from the threads of the runner on this one; whatever ends the runner is raised here.</summary>
    private IEnumerable<ConnectionResult> Stream(LinuxRoutes routes, ConnectionRequest request)
    {
        using var results = new BlockingCollection<ConnectionResult>();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(host.Cancellation);
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
        if (asked.Format == ConnectFormat.Nagios)
            return PluginAnswer.Unknown(host.Output, message);
        messages.Say(message);
        return status;
    }
}
