using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DsrReadiness.Lab;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Verdicts;
using DsrReadiness.Windows;

namespace DsrReadiness.Robustness.Kills;

/// <summary>
/// Kills processes that change a server, with SIGKILL or what there is like it, at moments drawn by a seed; and holds what is left against what was promised: the journal can be read,
/// every change is in it, no VIP is where it is answered for, a second run completes the first, and undoing makes the server what it was.
/// </summary>
internal sealed class KillCampaign(int seed, TextWriter output)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, int> _calls = [];

    /// <summary>Processes that were killed before they were done.</summary>
    public int Killed { get; private set; }

    /// <summary>Of these, such as were undoing.</summary>
    public int KilledUndoing { get; private set; }

    /// <summary>Processes that were done before they could be killed.</summary>
    public int Survived { get; private set; }

    /// <summary>Journals whose last line was torn.</summary>
    public int Torn { get; private set; }

    /// <summary>Runs that had changed something when they were killed.</summary>
    public int Changed { get; private set; }

    /// <summary>Runs that were completed by a second one, before all was undone.</summary>
    public int Completed { get; private set; }

    public List<string> Problems { get; } = [];

    /// <summary>Goes on until so many processes were killed.</summary>
    public async Task RunAsync(int kills)
    {
        var watch = Stopwatch.StartNew();
        for (int round = 1; Killed < kills; round++)
        {
            string folder = Directory.CreateTempSubdirectory("dsr-kill-").FullName;
            try
            {
                await RunRoundAsync(StartingStates.All[_random.Next(StartingStates.All.Count)], folder, round);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }

            if (round % 50 == 0)
                output.WriteLine(ToString());
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{this} In {watch.Elapsed.TotalSeconds:F0} s; seed {seed}."));
    }

    public override string ToString() => $"{Killed} processes killed, {KilledUndoing} of them undoing; {Survived} were done before. "
        + $"{Changed} had changed the server, {Torn} journals ended in a torn line, {Completed} runs were completed by a second one. {Problems.Count} problems.";

    private async Task RunRoundAsync(StartingState state, string folder, int round)
    {
        LabServer server = state.Build(_random.Next(2) == 0 ? LabOmittedStore.BothStores : LabOmittedStore.ActiveStoreOnly);
        IReadOnlyList<string> before = ServerState.Of(server);
        IReadOnlyList<string> answering = ServerState.AnsweringHolders(server, state.Service.VirtualIPAddresses);
        var journals = new JournalFolder(folder);
        var what = new List<string> { $"Round {round}, {state.Name}" };
        try
        {
            await RunVictimAsync(server, Victim.Apply, folder, state.Name, what);
            Look(server, journals, state, answering);
            if (server.Calls.Any(call => call.IsChange))
                Changed++;
            for (int undo = _random.Next(4); undo > 1; undo--)
            {
                await RunVictimAsync(server, Victim.Undo, folder, state.Name, what);
                Look(server, journals, state, answering);
            }

            var admin = new Admin(server, journals);
            server.Clock.Advance(TimeSpan.FromSeconds(30));
            if (_random.Next(2) == 0)
                await CompleteAsync(admin, state);
            await admin.UndoAllAsync();
            string[] wanted = [.. before.Where(line => !IsVipOnNic(line, state))];
            string[] found = [.. ServerState.Of(server).Where(line => !IsVipOnNic(line, state))];
            Require(wanted.SequenceEqual(found), "undoing did not restore the server; gone: " + string.Join("; ", wanted.Except(found)) + "; new: " + string.Join("; ", found.Except(wanted)));
        }
        catch (Exception e) when (e is InvalidOperationException or JournalFormatException or JournalStoreException)
        {
            Problems.Add(string.Join(", ", what) + ": " + e.Message);
            output.WriteLine(Problems[^1]);
        }
    }

    private async Task CompleteAsync(Admin admin, StartingState state)
    {
        ApplyReport report = await admin.ApplyAsync(state.Service);
        Require(report.Result is ApplyResult.Applied or ApplyResult.NothingToDo, $"a second run did not complete it: {report.Result}: {report.Reason}");
        ServerVerdict verdict = await admin.JudgeAsync(state.Service);
        Require(verdict.Verdict == Verdict.Ready, "a second run left the server " + verdict.Verdict);
        Completed++;
    }

    /// <summary>What stood on an interface that answers for it is taken off by a run that came so far, and never put back.</summary>
    private static bool IsVipOnNic(string line, StartingState state) =>
        line.Contains(" address LAN ", StringComparison.Ordinal) && state.Service.VirtualIPAddresses.Any(vip => line.Contains($" {vip}/", StringComparison.Ordinal));

    /// <summary>What has to hold at any moment after a sudden end.</summary>
    private void Look(LabServer server, JournalFolder journals, StartingState state, IReadOnlyList<string> answering)
    {
        string[] holders = [.. ServerState.AnsweringHolders(server, state.Service.VirtualIPAddresses).Except(answering)];
        Require(holders.Length == 0, "the VIP is where it is answered for: " + string.Join("; ", holders));
        Torn += journals.List(server.ComputerName).Count(id => journals.Read(server.ComputerName, id) is [.., not (byte)'\n']);
        JournalStep[] steps = [.. JournalReader.ReadAll(journals, server.ComputerName).SelectMany(run => run.Steps)];
        foreach (LabCall change in server.Calls.Where(call => call.IsChange))
        {
            Require(
                steps.Any(step => change.Kind == LabCallKind.Write ? change.Text.Contains(step.Change.Row.Class.Name, StringComparison.Ordinal) : step.Change.Row.On is null),
                "a change is in no journal: " + change.Text);
        }
    }

    private async Task RunVictimAsync(LabServer server, string verb, string folder, string state, List<string> what)
    {
        var point = new KillPoint(_random, _calls.TryGetValue(verb + state, out int calls) ? calls : 100);
        what.Add($"{verb} killed at {point}");
        var served = new ServedServer(server, point.Before, point.After, point.Answered);
        using Process victim = Victim.Start(verb, folder, state);
        point.Aim(victim);
        Task<string> said = victim.StandardError.ReadToEndAsync();
        await served.ServeAsync(victim.StandardOutput.BaseStream, victim.StandardInput.BaseStream);
        await victim.WaitForExitAsync();
        string error = await said;
        Require(error.Length == 0, $"the process ended with {victim.ExitCode}: {error}");
        if (victim.ExitCode == 0)
        {
            Survived++;
            _calls[verb + state] = Math.Max(served.Calls, 1);
            return;
        }

        Killed++;
        if (verb == Victim.Undo)
            KilledUndoing++;
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
            throw new InvalidOperationException(problem);
    }
}
