using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.CommandLine;

/// <summary>Options that stand together in the help, below a heading.</summary>
internal sealed record OptionGroup(string? Heading, params IReadOnlyList<Option> Options);

/// <summary>Makes options, with what the help says of them.</summary>
internal static class Options
{
    public static Option<string> Value(string name, string value, string meaning) => new(name) { HelpName = value, Description = meaning };

    public static Option<string[]> Values(string name, string value, string meaning) => new(name) { HelpName = value, Description = meaning, Arity = ArgumentArity.OneOrMore };

    public static Option<string> OutputFile(string meaning) => Value("--output", "FILE", meaning);

    public static Option<string> FormatOption(string meaning) => Value("--format", "FORMAT", meaning);

    public static Option<bool> Flag(string name, string meaning) => new(name) { Description = meaning, Arity = ArgumentArity.Zero };
}

/// <summary>A command: its options, what its help says, and what it does.</summary>
/// <param name="host">The world that it runs in.</param>
/// <param name="messages">Where problems go.</param>
/// <param name="name">Its name.</param>
/// <param name="usage">What stands behind its name.</param>
/// <param name="title">What it does, in a few words.</param>
internal abstract class DsrCommand(ConsoleHost host, Messages messages, string name, string usage, string title) : Command(name, title)
{
    /// <summary>Stands for standard input in the place of a file's name.</summary>
    public const string StandardInput = "-";

    protected const string WhatFileIs = "FILE is a snapshot file, a pattern such as \"snapshots/*.json\", where * and ? stand for part of a name and ** for any folders, or - for standard input.";

    /// <summary>The command as it is typed, such as <c>dsr test</c>.</summary>
    public string FullName { get; } = "dsr " + name;

    public string Usage { get; } = $"dsr {name} {usage}".TrimEnd();

    /// <summary>The argument that takes file names; null if there is none.</summary>
    public Argument<string[]>? Files { get; protected init; }

    /// <summary>What the help says before the options. A line is wrapped, and keeps its indent.</summary>
    public abstract string About { get; }

    public virtual IReadOnlyList<OptionGroup> Groups => [];

    /// <summary>What the help says after the options.</summary>
    public virtual string? Notes => null;

    /// <summary>When the exit status is not what the help says of it.</summary>
    public virtual string? ExitsBut => null;

    /// <summary>The exit statuses, and what they mean; none if the help says so elsewhere.</summary>
    public virtual IReadOnlyDictionary<int, string> Exits => new Dictionary<int, string>();

    public virtual string? Example => null;

    protected ConsoleHost Host => host;

    protected Messages Messages => messages;

    /// <summary>Reads what was given, and returns what is then to be done; what is wrong is added to the errors.</summary>
    public abstract Func<int>? Read(Given given);

    /// <summary>Asks one thing of one snapshot.</summary>
    /// <param name="file">The snapshot's file.</param>
    /// <param name="output">The file that is written; null for none.</param>
    /// <param name="fault">What is said of a fault of ours.</param>
    /// <param name="ask">What is asked.</param>
    protected Answer<T> AskOne<T>(string file, string? output, Fault fault, Func<Snapshot, Answer<T>> ask)
        where T : class => SnapshotInputs.Find([file], Host.OpenInput, Host.Cancellation, output).First().Ask<T>(fault, snapshot => [ask(snapshot)])[0];

    /// <summary>Writes what was made to a file, all at once, or to standard output; or says what stood in the way. The exit status.</summary>
    /// <param name="answer">What was made.</param>
    /// <param name="output">The file; null for standard output.</param>
    /// <param name="inputs">The files that are read, and must not be written.</param>
    /// <param name="what">What those are.</param>
    /// <param name="write">Writes it, and gives the exit status.</param>
    protected int Deliver<T>(Answer<T> answer, string? output, IEnumerable<string?> inputs, string what, Func<T, OutputStream, int> write)
        where T : class
    {
        if (answer.Value is not { } made)
        {
            Messages.Say(answer.Problem!);
            return answer.Status;
        }

        using AtomicFile? target = AtomicFile.Begin(FullName, output, inputs, what);
        using var stream = new OutputStream(target?.Stream ?? Host.Output);
        int status = write(made, stream);
        stream.Flush();
        target?.Commit();
        return status;
    }

    protected static Argument<string[]> FileArgument() => new("FILE") { Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The exit statuses of a command, with those that every command has.</summary>
    protected static SortedDictionary<int, string> ExitsWith(params (int Status, string Meaning)[] own)
    {
        var all = new SortedDictionary<int, string>
        {
            [ExitStatus.Usage] = "wrong usage",
            [ExitStatus.Internal] = "an error of dsr, or the results could not be written",
            [ExitStatus.Interrupted] = "ended by Ctrl+C",
        };
        foreach ((int status, string meaning) in own)
            all[status] = meaning;
        return all;
    }
}
