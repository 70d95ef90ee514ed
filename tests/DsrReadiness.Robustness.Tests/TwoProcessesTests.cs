using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Lab;
using DsrReadiness.Lab.Tests.Plans;
using DsrReadiness.Robustness.Kills;
using DsrReadiness.Windows;

namespace DsrReadiness.Robustness.Tests;

/// <summary>Two administrators with the same idea.</summary>
[Trait("Tier", "Slow")]
public sealed class TwoProcessesTests : IDisposable
{
    private static readonly StartingState s_state = StartingStates.All.Single(state => state.Name == "Clean");

    private readonly string _folder = Directory.CreateTempSubdirectory("dsr-two-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Victim.Apply)]
    [InlineData(Victim.Undo)]
    public async Task A_second_process_is_refused_while_the_first_changes_the_server(string second)
    {
        LabServer server = s_state.Build();
        IReadOnlyList<string> before = ServerState.Of(server);
        using var isChanging = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        Task<(int Status, string Error)> first = Task.Run(() => RunAsync(server, Victim.Apply, call =>
        {
            if (call == 10)
            {
                isChanging.Set();
                mayGoOn.Wait(TimeSpan.FromMinutes(2));
            }
        }));
        Assert.True(isChanging.Wait(TimeSpan.FromMinutes(2)), "The first process did not come to its changes.");
        int changes = server.Calls.Count(call => call.IsChange);

        (int status, string error) = await RunAsync(server, second, _ => { });

        Assert.Equal(1, status);
        Assert.Contains("Another run is under way on WEB01. Wait until it has ended", error);
        Assert.Equal(changes, server.Calls.Count(call => call.IsChange));
        mayGoOn.Set();
        Assert.Equal((0, string.Empty), await first);
        Assert.Equal((0, string.Empty), await RunAsync(server, Victim.Undo, _ => { }));
        Assert.Equal(before, ServerState.Of(server));
        Assert.Single(new JournalFolder(_folder).List("WEB01"));
    }

    private async Task<(int Status, string Error)> RunAsync(LabServer server, string what, Action<int> onCall)
    {
        using Process process = Victim.Start(what, _folder, s_state.Name);
        Task<string> error = process.StandardError.ReadToEndAsync();
        await new ServedServer(server, onCall, _ => { }, _ => { }).ServeAsync(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        await process.WaitForExitAsync();
        return (process.ExitCode, await error);
    }
}
