using System.Collections.Generic;

namespace DsrReadiness.Text;

/// <summary>What to do: words for a person, and commands for a shell, which stand apart so that they can be pasted.</summary>
/// <param name="Words">Plain sentences, without a command.</param>
/// <param name="Command">One command a line, without a full stop; null where nothing but a person can do it.</param>
internal sealed record Advice(string Words, string? Command = null)
{
    /// <summary>Words alone.</summary>
    public static implicit operator Advice(string words) => new(words);

    /// <summary>Words and several commands, in order.</summary>
    public static Advice Run(string words, IEnumerable<string> commands)
    {
        string all = string.Join("\n", commands);
        return new Advice(words, all.Length == 0 ? null : all);
    }
}
