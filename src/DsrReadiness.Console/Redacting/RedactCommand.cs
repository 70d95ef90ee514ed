using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Testing;
using DsrReadiness.Redaction;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Console.Redacting;

/// <summary>Makes snapshots that can be given away, and tells on standard output which is whose: <c>dsr redact</c>.</summary>
internal sealed class RedactCommand(ConsoleHost host, Messages messages)
{
    private readonly Dictionary<string, int> _taken = new(StringComparer.OrdinalIgnoreCase);

    public int Run(RedactRequest request)
    {
        string folder = Create(request.Folder);
        var redactor = new SnapshotRedactor(RandomNumberGenerator.GetBytes(Pseudonyms.ShortestKey));
        using var output = new OutputStream(host.Output);
        using TextWriter map = output.ToWriter();
        int status = ExitStatus.Ready;
        OrderedPipeline.Run(
            SnapshotInputs.Find(request.Files, host.OpenInput, host.Cancellation),
            input => Redact(input, redactor),
            redacted =>
            {
                status = Math.Max(status, StatusOf(redacted));
                if (redacted.Snapshot is null)
                    messages.Say(redacted.Problem!);
                else
                    Write(redacted, folder, map);
            },
            ahead: 2 * Environment.ProcessorCount,
            host.Cancellation);
        if (_taken.Count > 0)
            messages.Say("IP addresses, ports and numbers are as they were: the verdict is about them. Look through the files before you give them away.");
        return status;
    }

    private static string Create(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("dsr redact", $"--output: '{folder}' cannot be a folder to write to: {e.Message}");
        }
    }

    private static RedactedInput Redact(SnapshotInput input, SnapshotRedactor redactor) => SnapshotQuestion.Ask(
        input,
        snapshot => RedactedInput.Of(input.Name, snapshot.ComputerName, redactor.Redact(snapshot)),
        problem => RedactedInput.Failed(input.Name, problem),
        bug => RedactedInput.Broken(input.Name, bug));

    private static int StatusOf(RedactedInput redacted) => redacted switch
    {
        { IsOurs: true } => ExitStatus.Internal,
        { Snapshot: null } => ExitStatus.BadInput,
        _ => ExitStatus.Ready,
    };

    private void Write(RedactedInput redacted, string folder, TextWriter map)
    {
        string name = FileNameFor(redacted.Snapshot!.ComputerName);
        using (var file = Open(Path.Join(folder, name)))
        {
            using var stream = new OutputStream(file.Stream);
            SnapshotFile.Write(redacted.Snapshot, stream);
            stream.Flush();
            file.Commit();
        }

        map.WriteLine($"{name} is {SafeText.Of(redacted.ComputerName)} ({SafeText.Of(redacted.Name)})");
        map.Flush();
    }

    private static AtomicFile Open(string path)
    {
        try
        {
            return new AtomicFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(e);
        }
    }

    /// <summary>A file is named after the pseudonym; further snapshots of the same server get a number.</summary>
    private string FileNameFor(string pseudonym)
    {
        int number = _taken[pseudonym] = _taken.GetValueOrDefault(pseudonym) + 1;
        return number == 1 ? pseudonym + ".json" : pseudonym + "-" + number.ToString(CultureInfo.InvariantCulture) + ".json";
    }
}
