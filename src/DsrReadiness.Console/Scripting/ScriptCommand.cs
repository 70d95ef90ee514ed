using System;
using System.IO;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Plans;
using DsrReadiness.Scripts;

namespace DsrReadiness.Console.Scripting;

/// <summary>Writes a script for a release of Windows: <c>dsr script</c>.</summary>
internal sealed class ScriptCommand(ConsoleHost host, Messages messages)
{
    private const string CommandName = "dsr script";

    public int Run(ScriptWish wish)
    {
        (string? script, string? problem, int status) = wish.File is { } file
            ? SnapshotQuestion.Ask(
                SnapshotInputs.Find([file], host.OpenInput, wish.Output).First(),
                snapshot => Make(wish, Planner.Plan(snapshot, wish.Service, new PlanOptions { Loopback = wish.Loopback })),
                bad => (null, bad, ExitStatus.BadInput),
                bug => (null, $"{file}: there is no script for a fault of dsr ({bug.GetType().Name}: {bug.Message}). Please report it with the snapshot.", ExitStatus.Internal))
            : Make(wish, null);
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

    private static (string? Script, string? Problem, int Status) Make(ScriptWish wish, Plan? plan)
    {
        try
        {
            string script = ScriptMaker.Make(new ScriptRequest
            {
                Release = wish.Release,
                Language = wish.Language,
                Part = wish.Part,
                Service = wish.Service,
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
