using System;
using System.Collections.Generic;
using System.Text;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>
/// Splits a line as cmd does, knowing nothing of how ours are written: quotes switch its own characters off, and what it would expand, redirect or run is an
/// error here, but for the double bar between two commands.
/// </summary>
internal static class CmdLine
{
    /// <summary>The commands of a line; each is run only if the one before it fails.</summary>
    public static IReadOnlyList<IReadOnlyList<Token>> Split(string line)
    {
        var commands = new List<IReadOnlyList<Token>>();
        var tokens = new List<Token>();
        var text = new StringBuilder();
        bool inQuotes = false;
        bool wasQuoted = false;
        void End()
        {
            if (text.Length > 0 || wasQuoted)
                tokens.Add(new Token(text.ToString(), wasQuoted));
            text.Clear();
            wasQuoted = false;
        }

        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c is '%' or '!' or '\r' or '\n' || c > '~' || c < ' ')
                throw new FormatException($"cmd may take '{c}' for something else: {line}");
            if (c == '"')
                (inQuotes, wasQuoted) = (!inQuotes, true);
            else if (inQuotes)
                text.Append(c);
            else if (c == ' ')
                End();
            else if (c == '|' && i + 1 < line.Length && line[i + 1] == '|')
            {
                End();
                commands.Add(tokens.ToArray());
                tokens.Clear();
                i++;
            }
            else if (c is '&' or '|' or '<' or '>' or '^' or '(' or ')' or ';' or '@')
                throw new FormatException($"cmd gives '{c}' a meaning: {line}");
            else
                text.Append(c);
        }

        if (inQuotes)
            throw new FormatException("A quote is open at the end: " + line);
        End();
        commands.Add(tokens);
        return commands;
    }

    /// <summary>A word that the program gets.</summary>
    public sealed record Token(string Text, bool IsQuoted)
    {
        public override string ToString() => Text;
    }
}
