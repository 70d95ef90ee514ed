using System.Collections.Generic;

namespace DsrReadiness.Text;

/// <summary>What is to be done with a recommendation and its commands.</summary>
public enum AdviceKind
{
    /// <summary>There is nothing to paste, or only commands that show something: the rest is done by hand.</summary>
    Hand,

    /// <summary>Somebody has to decide first: the commands have a placeholder, are one of several ways, or follow a condition that the words name.</summary>
    Choice,

    /// <summary>The commands, run as they are printed, set right what was found.</summary>
    Command,
}

/// <summary>What to do: words for a person, and commands for a shell, which stand apart so that they can be pasted.</summary>
internal sealed record Advice
{
    private Advice(AdviceKind kind, string words, params IEnumerable<string> commands)
    {
        string all = commands is IReadOnlyList<string> { Count: 1 } one ? one[0] : string.Join("\n", commands); // A thousand findings may share one text of a thousand lines.
        Command = all.Length == 0 ? null : all;
        Kind = Command is null ? AdviceKind.Hand : kind;
        Words = words;
    }

    /// <summary>What is to be done with it.</summary>
    public AdviceKind Kind { get; private init; }

    /// <summary>Plain sentences, without a command.</summary>
    public string Words { get; private init; }

    /// <summary>One command a line, without a full stop; null where nothing but a person can do it.</summary>
    public string? Command { get; private init; }

    /// <summary>Words alone.</summary>
    public static implicit operator Advice(string words) => new(AdviceKind.Hand, words);

    /// <summary>Commands that set it right as they are printed.</summary>
    public static Advice Run(string words, params IEnumerable<string> commands) => new(AdviceKind.Command, words, commands);

    /// <summary>Commands that somebody has to complete, to choose or to think about.</summary>
    public static Advice Choose(string words, params IEnumerable<string> commands) => new(AdviceKind.Choice, words, commands);

    /// <summary>Commands that change nothing and show what the words are about.</summary>
    public static Advice Show(string words, params IEnumerable<string> commands) => new(AdviceKind.Hand, words, commands);

    /// <summary>Advice that was given before, as it comes back from a file or a job.</summary>
    public static Advice Given(AdviceKind kind, string words, string? command) => new(kind, words, command ?? string.Empty);

    /// <summary>The same, once something else is done, which only a person can see to.</summary>
    public Advice Once(string first) => Command is null ? this with { Words = first + " " + Words } : this with { Kind = AdviceKind.Choice, Words = first + " " + Words };

    /// <summary>The same, with what sets right the others that were found; a line that several have stands once, where it comes first.</summary>
    public Advice With(IReadOnlyCollection<Advice> others)
    {
        var lines = new List<string>();
        var seen = new HashSet<string>();
        string? last = null;
        foreach (Advice each in (IEnumerable<Advice>)[this, .. others])
        {
            if (!ReferenceEquals(each.Command, last))
                lines.AddRange(System.Array.FindAll(each.Command!.Split('\n'), seen.Add));
            last = each.Command;
        }

        string all = string.Join("\n", lines);
        return all == Command ? this : this with { Words = Words + " The other commands are for the other failures in the details.", Command = all };
    }
}
