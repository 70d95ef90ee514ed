using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots.Saved;
using DsrReadiness.Text;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>Cuts a text into its blocks. A prompt or a Markdown fence before or after them, which no name or value can be, is passed over, and so are a mail's marks of quotation; nothing else is.</summary>
/// <param name="text">The text.</param>
/// <param name="name">Its name, for messages.</param>
/// <param name="command">The command that shows it.</param>
internal sealed class NetshBlockReader(string text, string name, string command)
{
    private const int MostShown = 60;
    private const int MostLooked = 12;
    private readonly string[] _lines = Unquoted(text.Split('\n').Select(line => line.Trim(' ', '\t', '\r')).ToArray());

    /// <summary>The words of the commands that were pasted with the text. The folder of a prompt is none of them, and neither is the file of a redirection; the place of netsh's own prompt is.</summary>
    public IEnumerable<string> CommandWords => _lines.Where(IsPrompt).SelectMany(line =>
    {
        string[] parts = line.Split('>');
        string said = parts[0].StartsWith("netsh", StringComparison.OrdinalIgnoreCase) ? parts[0] + " " + parts[1] : parts[1];
        return said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    });

    /// <exception cref="NetshTextException">There is a line in it that belongs to no block.</exception>
    public IReadOnlyList<NetshBlock> Read()
    {
        int quoted = Array.FindIndex(_lines, line => line.StartsWith(">", StringComparison.Ordinal));
        if (quoted >= 0)
            throw NotExpected(quoted, "that all lines are quoted, or none; save one answer of netsh alone");
        var blocks = new List<NetshBlock>();
        int at = 0;
        while (at < _lines.Length)
        {
            if (IsPassedOver(_lines[at]))
                PassOver(at++, isBelow: blocks.Count > 0);
            else if (IsTitle(at))
                blocks.Add(ReadBlock(ref at));
            else if (NameOther(at) is { } other)
                throw new NetshTextException(name, other, at + 1);
            else if (at + 1 < _lines.Length && IsTableRule(_lines[at + 1]))
                throw new NetshTextException(name, $"found the table that netsh shows without level=verbose, which lacks the host model; save what {command} shows", at + 1);
            else
                throw NotExpected(at, "the title of an interface over a line of dashes");
        }

        return blocks;
    }

    public static string Show(string found)
    {
        string safe = SafeText.Of(NetshText.Shown(found.Length > MostShown ? found.Substring(0, MostShown) + "..." : found));
        return safe.Length == 0 ? "nothing" : "'" + safe + "'";
    }

    /// <summary>What was changed after the answer is not in it.</summary>
    private void PassOver(int at, bool isBelow)
    {
        string command = _lines[at].Substring(_lines[at].IndexOf('>') + 1).Trim();
        if (isBelow && IsPrompt(_lines[at]) && command.Length > 0 && command is not ("exit" or "quit" or "bye"))
            throw new NetshTextException(name, $"found the command {Show(command)} below the answer, which may have changed what it shows; save one answer alone, taken after all changes", at + 1);
    }

    /// <summary>Says so if the lines are another answer of netsh, which holds addresses; null if they are not.</summary>
    private string? NameOther(int at)
    {
        string[] next = [.. _lines.Skip(at).Take(MostLooked)];
        string[] words = [.. next.SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
        string? what = next.Any(IsTableRule) && words.Any(word => IPPrefix.TryParse(word, out _) && word.IndexOf('/') > 0) ? "routes"
            : words.Any(word => AddressText.TryParse(word, out _) && word.IndexOfAny(['.', ':']) >= 0) ? "addresses"
            : null;
        return what is null ? null
            : $"found {what}, which are not read from texts, as their words are translated; save the objects: {SavedCommand.Of(what == "routes" ? NetRouteClass.Class : NetIPAddressClass.Class)}";
    }

    private NetshBlock ReadBlock(ref int at)
    {
        int title = at;
        var fields = new List<NetshField>();
        for (at += 2; at < _lines.Length && !IsPassedOver(_lines[at]) && !IsTitle(at); at++)
        {
            int colon = _lines[at].LastIndexOf(':');
            if (colon <= 0)
                throw NotExpected(at, "a label, a colon and a value");
            fields.Add(new NetshField(at + 1, _lines[at].Substring(0, colon).Trim(), _lines[at].Substring(colon + 1).Trim()));
        }

        return new NetshBlock(_lines[title], title + 1, fields);
    }

    private bool IsTitle(int at) => !IsDashes(_lines[at]) && at + 1 < _lines.Length && IsDashes(_lines[at + 1]);

    private static bool IsDashes(string line) => line.Length >= 3 && line.All(c => c == '-');

    /// <summary>The line below the head of a table: dashes under each column.</summary>
    private static bool IsTableRule(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 2 } columns && columns.All(IsDashes);

    /// <summary>A mail quotes every line, as often as it went back and forth. Where it quotes some lines only, two answers may stand in it.</summary>
    private static string[] Unquoted(string[] lines)
    {
        while (lines.Any(line => line.Length > 0) && lines.All(line => line.Length == 0 || line[0] == '>'))
            lines = Array.ConvertAll(lines, line => line.Length == 0 ? line : line.Substring(1).Trim(' ', '\t'));
        return lines;
    }

    private static bool IsPassedOver(string line) => line.Length == 0 || IsPrompt(line) || line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);

    /// <summary>Neither the name of an interface nor a value can hold this character.</summary>
    private static bool IsPrompt(string line) => line.IndexOf('>') >= 0;

    private NetshTextException NotExpected(int at, string expected) => new(name, $"found {Show(_lines[at])}, expected {expected}", at + 1);
}
