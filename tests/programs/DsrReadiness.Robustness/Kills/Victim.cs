using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Desired;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Windows;

namespace DsrReadiness.Robustness.Kills;

/// <summary>The process that is killed: it applies a plan to a server in another process, or undoes runs there, with its journal on the disk, and knows nothing of its fate.</summary>
internal static class Victim
{
    public const string Verb = "victim";
    public const string Apply = "apply";
    public const string Undo = "undo";

    /// <summary>Starts one. Its calls come on its standard output, and it waits for the answers on its standard input.</summary>
    public static Process Start(string what, string journalFolder, string stateName)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string argument in (string[])["exec", typeof(Victim).Assembly.Location, Verb, what, journalFolder, stateName])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>What the process does.</summary>
    public static async Task<int> RunAsync(string what, string journalFolder, string stateName)
    {
        using var server = new RemoteServer(System.Console.OpenStandardInput(), System.Console.OpenStandardOutput());
        var journals = new JournalFolder(journalFolder);
        var applier = new Applier(server.Ports, journals);
        var observer = new Admin.AgreeableObserver();
        if (what == Apply)
        {
            DsrService service = StartingStates.All.Single(state => state.Name == stateName).Service;
            ApplyReport report = await applier.ApplyAsync(await PlanAsync(server, journals, service), observer, keepOnFailure: false, CancellationToken.None);
            return Told(report);
        }

        foreach (string run in journals.List(server.ComputerName).Reverse())
        {
            if (Told(await applier.UndoAsync(run, observer, CancellationToken.None)) is var status and not 0)
                return status;
        }

        return 0;
    }

    private static int Told(ApplyReport report)
    {
        if (report.Result is ApplyResult.Applied or ApplyResult.NothingToDo)
            return 0;
        System.Console.Error.WriteLine($"{report.Result}: {report.Reason}");
        return 1;
    }

    private static async Task<Plan> PlanAsync(RemoteServer server, JournalFolder journals, DsrService service)
    {
        Snapshot snapshot = await SnapshotCollector.CollectAsync(server, server, null, "victim", CancellationToken.None);
        DeviceReading devices = await server.FindAsync(CancellationToken.None);
        return Planner.Plan(snapshot, service, new PlanOptions { OwnDevices = Applier.OwnDevices(journals, server.ComputerName, devices.Devices ?? []) });
    }
}
