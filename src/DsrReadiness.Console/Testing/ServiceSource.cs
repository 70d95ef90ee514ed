using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Testing;

/// <summary>Finds out what is asked of servers.</summary>
internal static class ServiceSource
{
    /// <exception cref="ServiceFileException">The file cannot be read, or has no such service.</exception>
    public static ServiceChoice Open(ServiceWish wish) =>
        wish.Service is { } service ? ServiceChoice.Of(service) : ServiceChoice.Of(Read(wish.File!), wish.Names);

    /// <summary>Asks something of an input for each service that is asked of its server.</summary>
    /// <param name="services">The services.</param>
    /// <param name="input">The input.</param>
    /// <param name="answer">Answers for one service.</param>
    /// <param name="failed">Makes an answer of what is wrong with the input, in words.</param>
    /// <param name="broken">Makes an answer of a fault of ours.</param>
    public static List<T> Ask<T>(
        ServiceChoice services, SnapshotInput input, Func<Snapshot, AskedService, T> answer, Func<string, T> failed, Func<Exception, T> broken) =>
        SnapshotQuestion.Ask<List<T>>(
            input,
            snapshot => services.For(snapshot.ComputerName) is { Count: > 0 } asked
                ? [.. asked.Select(each => answer(snapshot, each))]
                : services.IsWitness(snapshot.ComputerName) ? []
                : [failed($"{input.Name}: {services.WhyNone(snapshot.ComputerName)}: name it there, or choose a service with --service-name.")],
            problem => [failed(problem)],
            bug => [broken(bug)]);

    private static ServiceFile Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return ServiceFile.Read(stream, path);
        }
        catch (FileNotFoundException e)
        {
            throw new ServiceFileException(path, "there is no such file", e);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new ServiceFileException(path, "there is no such folder", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ServiceFileException(path, Directory.Exists(path) ? "it is a folder" : "it cannot be read: " + e.Message.TrimEnd('.'), e);
        }
    }
}
