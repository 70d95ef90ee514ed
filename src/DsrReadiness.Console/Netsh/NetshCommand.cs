using System;
using System.IO;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Netsh;

namespace DsrReadiness.Console.Netsh;

/// <summary>Makes a snapshot of what <c>netsh</c> shows, or completes one with it: <c>dsr netsh</c>.</summary>
internal sealed class NetshCommand(ConsoleHost host, Messages messages)
{
    private const string CommandName = "dsr netsh";

    public int Run(NetshWish wish)
    {
        (Snapshot? snapshot, string? problem, int status) = wish.File is { } file
            ? SnapshotQuestion.Ask(
                SnapshotInputs.Find([file], host.OpenInput, host.Cancellation, wish.Output).First(),
                read => Make(wish, (texts, _) => texts.AddTo(read, file)),
                bad => (null, bad, ExitStatus.BadInput),
                bug => (null, $"{file}: a fault of dsr ({bug.GetType().Name}: {bug.Message}). Please report it with the texts.", ExitStatus.Internal))
            : Make(wish, (texts, takenAt) => texts.Make(wish.ComputerName!, takenAt));
        if (snapshot is null)
        {
            messages.Say(problem!);
            return status;
        }

        using AtomicFile? target = wish.Output is { } path ? Create(path, wish) : null;
        using var output = new OutputStream(target?.Stream ?? host.Output);
        SnapshotFile.Write(snapshot, output);
        output.Flush();
        target?.Commit();
        return ExitStatus.Ready;
    }

    /// <summary>The texts were taken when their files were last written, as far as files tell.</summary>
    private static (Snapshot? Snapshot, string? Problem, int Status) Make(NetshWish wish, Func<NetshSnapshot, DateTimeOffset, Snapshot> use)
    {
        var texts = new NetshSnapshot();
        DateTimeOffset takenAt = DateTimeOffset.MinValue;
        foreach ((string? path, IPFamily family) in new[] { (wish.IPv4, IPFamily.IPv4), (wish.IPv6, IPFamily.IPv6) })
        {
            if (path is null)
                continue;
            try
            {
                using FileStream stream = File.OpenRead(path);
                texts.Read(stream, path, family);
                DateTimeOffset written = File.GetLastWriteTimeUtc(path);
                takenAt = written > takenAt ? written : takenAt;
            }
            catch (NetshTextException e)
            {
                return (null, e.Message, ExitStatus.BadInput);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return (null, path + ": it cannot be read: " + e.Message, ExitStatus.BadInput);
            }
        }

        try
        {
            return (use(texts, takenAt), null, ExitStatus.Ready);
        }
        catch (NetshTextException e)
        {
            return (null, e.Message, ExitStatus.BadInput);
        }
    }

    private static AtomicFile Create(string path, NetshWish wish)
    {
        if (new[] { wish.File, wish.IPv4, wish.IPv6 }.Any(input => input is not null && input != FileArgument.StandardInput && SnapshotInputs.IsSameFile(input, path)))
            throw new UsageException(CommandName, $"--output: '{path}' is one of the files that are read, and would be lost: give another name.");
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
