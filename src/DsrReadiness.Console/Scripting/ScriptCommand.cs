using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Desired;
using DsrReadiness.Plans;
using DsrReadiness.Scripts;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Scripting;

/// <summary>Writes a script for a release of Windows: <c>dsr script</c>.</summary>
internal sealed class ScriptCommand(ConsoleHost host, Messages messages)
{
    private const string CommandName = "dsr script";

    public int Run(ScriptWish wish)
    {
        ServiceChoice services = ServiceSource.Open(wish.Services);
        (string? script, string? problem, int status) = wish.File is { } file
            ? SnapshotQuestion.Ask(
                SnapshotInputs.Find([file], host.OpenInput, host.Cancellation, wish.Output).First(),
                snapshot => Make(wish, services, snapshot, file),
                bad => (null, bad, ExitStatus.BadInput),
                bug => (null, $"{file}: there is no script for a fault of dsr ({bug.GetType().Name}: {bug.Message}). Please report it with the snapshot.", ExitStatus.Internal))
            : Make(wish, services.Single(), null);
        if (script is null)
        {
            messages.Say(problem!);
            return status;
        }

        using AtomicFile? target = wish.Output is { } path ? Create(path, wish.File) : null;
        using var output = new OutputStream(target?.Stream ?? host.Output);
        using (TextWriter writer = output.ToWriter())
            writer.Write(script);
        target?.Commit();
        return status;
    }

    /// <summary>A script is for one service.</summary>
    private static (string? Script, string? Problem, int Status) Make(ScriptWish wish, ServiceChoice services, Snapshot snapshot, string file)
    {
        IReadOnlyList<AskedService> asked = services.For(snapshot.ComputerName);
        if (asked.Count == 1)
            return Make(wish, asked[0].Service, Planner.Plan(snapshot, asked[0].Service, new PlanOptions { Loopback = wish.Loopback }));
        string which = asked.Count == 0
            ? services.WhyNone(snapshot.ComputerName)
            : $"{snapshot.ComputerName} has the services {string.Join(", ", asked.Select(each => $"'{each.Service.Name}'"))}, and a script is for one";
        return (null, $"{file}: {which}: choose one with --service-name.", ExitStatus.BadInput);
    }

    private static (string? Script, string? Problem, int Status) Make(ScriptWish wish, DsrService service, Plan? plan)
    {
        try
        {
            string script = ScriptMaker.Make(new ScriptRequest
            {
                Release = wish.Release,
                Language = wish.Language,
                Part = wish.Part,
                Service = service,
                Loopback = wish.Loopback,
                PrefixLength = wish.PrefixLength,
                Plan = plan,
            });
            return (script, null, plan?.Refusals.Count > 0 ? ExitStatus.NotReady : ExitStatus.Ready);
        }
        catch (ScriptRefusedException e)
        {
            return (null, e.Message, ExitStatus.NotReady);
        }
    }

    private static AtomicFile Create(string path, string? input)
    {
        if (input is not null && input != FileArgument.StandardInput && SnapshotInputs.IsSameFile(input, path))
            throw new UsageException(CommandName, $"--output: '{path}' is the snapshot, and would be lost: give another name.");
        try
        {
            return new AtomicFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(CommandName, $"--output: '{path}' cannot be written: {e.Message}");
        }
    }
}
