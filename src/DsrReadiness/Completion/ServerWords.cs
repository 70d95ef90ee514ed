using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DsrReadiness.Errors;
using DsrReadiness.Servers;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Looks at the server that is being typed about, if that takes no time: a snapshot or a lab.</summary>
internal static class ServerWords
{
    private static readonly string[] s_parameters = ["Server", "CimSession", "ComputerName", "Cn"];

    /// <summary>Snapshots of the servers that the command has been given so far.</summary>
    public static IEnumerable<Snapshot> Snapshots(IDictionary boundParameters)
    {
        foreach (DsrServer server in Servers(boundParameters))
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

    private static IReadOnlyList<DsrServer> Servers(IDictionary boundParameters)
    {
        object? given = s_parameters.Select(name => boundParameters[name]).FirstOrDefault(value => value is not null);
        try
        {
            return given is null ? [] : ServerReference.TryResolve(given) ?? [];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }
}
