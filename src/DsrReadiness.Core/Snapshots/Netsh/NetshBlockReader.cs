using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>Cuts a text into its blocks. A prompt before or after them, which no name or value can be, is passed over; nothing else is.</summary>
internal sealed class NetshBlockReader(string text, string name)
{
    private const int MostShown = 60;
    private readonly string[] _lines = text.Split('\n').Select(line => line.Trim(' ', '\t', '\r')).ToArray();

    /// <summary>The commands that were pasted with the text.</summary>
    public IEnumerable<string> Prompts => _lines.Where(IsPrompt);

    /// <exception cref="NetshTextException">There is a line in it that belongs to no block.</exception>
    public IReadOnlyList<NetshBlock> Read()
    {
        var blocks = new List<NetshBlock>();
        int at = 0;
        while (at < _lines.Length)
        {
            if (_lines[at].Length == 0 || IsPrompt(_lines[at]))
                at++;
            else if (IsTitle(at))
                blocks.Add(ReadBlock(ref at));
            else
                throw NotExpected(at, "the title of an interface over a line of dashes");
        }

        return blocks;
    }

    public static string Show(string found)
    {
        string safe = SafeText.Of(found.Length > MostShown ? found.Substring(0, MostShown) + "..." : found);
        return safe.Length == 0 ? "nothing" : "'" + safe + "'";
    }

    private NetshBlock ReadBlock(ref int at)
    {
        int title = at;
        var fields = new List<NetshField>();
        for (at += 2; at < _lines.Length && _lines[at].Length > 0 && !IsPrompt(_lines[at]) && !IsTitle(at); at++)
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

    /// <summary>Neither the name of an interface nor a value can hold this character.</summary>
    private static bool IsPrompt(string line) => line.IndexOf('>') >= 0;

    private NetshTextException NotExpected(int at, string expected) => new(name, at + 1, $"found {Show(_lines[at])}, expected {expected}");
}
