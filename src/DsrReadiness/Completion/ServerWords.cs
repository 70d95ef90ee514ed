using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using DsrReadiness.Errors;
using DsrReadiness.Servers;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Looks at the server that is being typed about, if that takes no time: a snapshot or a lab.</summary>
internal static class ServerWords
{
    private static readonly string[] s_parameters = ["Server", "CimSession", "ComputerName", "Cn"];

    /// <summary>Snapshots of the servers that the command has been given so far, or else has by default.</summary>
    public static IEnumerable<Snapshot> Snapshots(string command, IDictionary boundParameters)
    {
        foreach (DsrServer server in Servers(command, boundParameters))
        {
            if (server.Kind is DsrServerKind.Snapshot or DsrServerKind.Lab && Take(server) is { } snapshot)
                yield return snapshot;
        }
    }

    private static Snapshot? Take(DsrServer server)
    {
        try
        {
            System.Threading.Tasks.Task<Snapshot> taken = server.Access.TakeSnapshotAsync(null, CancellationToken.None);
            return taken.IsCompleted ? taken.GetAwaiter().GetResult() : null;
        }
        catch (FailureException)
        {
            return null;
        }
    }

    /// <summary>The servers that the command has been given so far, or else has by default.</summary>
    public static IReadOnlyList<DsrServer> Servers(string command, IDictionary boundParameters)
    {
        object? given = s_parameters.Select(name => boundParameters[name]).FirstOrDefault(value => value is not null) ?? Default(command);
        try
        {
            return given is null ? [] : ServerReference.TryResolve(given) ?? [];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>What <c>$PSDefaultParameterValues</c> gives to the command: PowerShell does not hand it to completers.</summary>
    private static object? Default(string command)
    {
        if (Runspace.DefaultRunspace is null)
            return null;
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return ServerDefault.Of(shell.AddScript("$PSDefaultParameterValues").Invoke().FirstOrDefault(), command);
    }
}
