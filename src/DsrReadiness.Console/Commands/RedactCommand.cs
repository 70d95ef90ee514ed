using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Redaction;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using static DsrReadiness.Console.CommandLine.Options;

namespace DsrReadiness.Console.Commands;

/// <summary>Makes snapshots that can be given away, and tells on standard output which is whose: <c>dsr redact</c>.</summary>
internal sealed class RedactCommand : SnapshotsCommand
{
    private readonly Dictionary<string, int> _taken = new(StringComparer.OrdinalIgnoreCase);

    private readonly Option<string> _folder = Value("--output", "FOLDER", "Write the redacted snapshots there, each named after the pseudonym of its server");

    public RedactCommand(ConsoleHost host, Messages messages)
        : base(host, messages, "redact", "FILE... --output FOLDER", "make snapshots that can be given away") => Files = FileArgument();

    public override string About =>
        "Takes out of snapshots what identifies an organisation, and nothing that the verdict is made of: every check, path and plan comes out as it did. Names of computers, domains, interfaces, services, programs, users, firewall "
        + "rules and devices, GUIDs and MAC addresses get pseudonyms, the same in all files of one run. IP addresses, ports and numbers stay. " + WhatFileIs;

    public override IReadOnlyList<OptionGroup> Groups => [new(null, _folder)];

    public override string Notes => "Which file is whose is written to standard output, a line for each: keep that to yourself. The pseudonyms are random, and the next run gives others.";

    public override IReadOnlyDictionary<int, string> Exits => ExitsWith(
        (ExitStatus.Ready, "every snapshot is redacted"),
        (ExitStatus.BadInput, "a file cannot be read as a snapshot; the others are still redacted"),
        (ExitStatus.Internal, "an error of dsr, or a file could not be written"));

    public override string Example => "dsr redact \"pool/*.json\" --output given > whose.txt";

    public override Func<int>? Read(Given given)
    {
        string[] files = given.Files(Files!);
        string? folder = given.Value(_folder);
        if (string.IsNullOrWhiteSpace(folder))
            given.Errors.Add("The folder is missing: give the folder for the redacted snapshots as --output FOLDER.");
        return () => Run(files, Create(folder!));
    }

    private int Run(string[] files, string folder)
    {
        var redactor = new SnapshotRedactor(RandomNumberGenerator.GetBytes(Pseudonyms.ShortestKey));
        using var output = new OutputStream(Host.Output);
        using TextWriter map = output.ToWriter();
        var fault = new Fault("it was not redacted for ", string.Empty);
        Pipe(
            Find(files),
            input => input.Ask(fault, snapshot => new Redacted(snapshot.ComputerName, redactor.Redact(snapshot))),
            answer => Take(answer, redacted => Write(answer.Name, redacted, folder, map)));
        if (_taken.Count > 0)
            Messages.Say("IP addresses, ports and numbers are as they were: the verdict is about them. Look through the files before you give them away.");
        return Status;
    }

    private string Create(string folder) => FileFault.Guard(
        () => Directory.CreateDirectory(folder).FullName,
        e => new UsageException(FullName, $"--output: '{folder}' cannot be a folder to write to: {e.Message}"));

    private int Write(string input, Redacted redacted, string folder, TextWriter map)
    {
        string name = FileNameFor(redacted.Snapshot.ComputerName);
        using (AtomicFile file = FileFault.Guard(() => new AtomicFile(Path.Join(folder, name)), e => new OutputException(e)))
        {
            using var stream = new OutputStream(file.Stream);
            SnapshotFile.Write(redacted.Snapshot, stream);
            stream.Flush();
            file.Commit();
        }

        map.WriteLine($"{name} is {SafeText.Of(redacted.ComputerName)} ({SafeText.Of(input)})");
        map.Flush();
        return ExitStatus.Ready;
    }

    /// <summary>A file is named after the pseudonym; further snapshots of the same server get a number.</summary>
    private string FileNameFor(string pseudonym)
    {
        int number = _taken[pseudonym] = _taken.GetValueOrDefault(pseudonym) + 1;
        return number == 1 ? pseudonym + ".json" : pseudonym + "-" + number.ToString(CultureInfo.InvariantCulture) + ".json";
    }

    /// <summary>A snapshot that can be given away, and what its server is called in truth.</summary>
    private sealed record Redacted(string ComputerName, Snapshot Snapshot);
}
