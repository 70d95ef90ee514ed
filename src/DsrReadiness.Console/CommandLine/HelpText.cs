using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DsrReadiness.Console.CommandLine;

/// <summary>The help, made of what commands and options say of themselves, to be read in 80 columns.</summary>
internal static class HelpText
{
    private const int Width = 80;
    private const int OptionColumn = 25;
    private const int CommandColumn = 36;
    private const int StatusColumn = 7;

    public static string Root(IReadOnlyCollection<DsrCommand> commands) => Page(
    [
        "dsr - is a Windows server ready for Direct Server Return?",
        Wrap("Judges snapshots: files that hold what a server says of its own network set-up. Nothing is changed, and no server is contacted, except by dsr connect, which sends servers packets."),
        "Commands:\n" + Lines(commands.Select(each => Row(each.Usage.Replace(" [options]", string.Empty, StringComparison.Ordinal), char.ToUpperInvariant(each.Description![0]) + each.Description[1..], CommandColumn))),
        "Options:\n  --help       This text, or after a command the help of that command\n  --version    The version",
    ]);

    public static string Of(DsrCommand command) => Page(
    [
        $"{command.FullName} - {command.Description}",
        command.Usage,
        Wrap(command.About),
        .. command.Groups.Select(group => Below(group.Heading, Lines(group.Options.Select(option => Row($"{option.Name} {option.HelpName}".TrimEnd(), option.Description!, OptionColumn))))),
        command.Notes is { } notes ? Wrap(notes) : null,
        command.Exits.Count == 0 ? null : Below($"Exit status{command.ExitsBut}:", Lines(command.Exits.Select(each => Row($"{each.Key}", each.Value, StatusColumn)))),
        command.Example is { } example ? "Example:\n" + Wrap("  " + example, hanging: 4) : null,
    ]);

    private static string Page(IEnumerable<string?> parts) => string.Join("\n\n", parts.OfType<string>()) + "\n";

    private static string Below(string? heading, string lines) => heading is null ? lines : heading + "\n" + lines;

    private static string Lines(IEnumerable<string> lines) => string.Join("\n", lines);

    /// <summary>A name, and what it means beside it, or below where the name is long.</summary>
    private static string Row(string name, string meaning, int column)
    {
        string wrapped = Wrap(meaning, column, column);
        return name.Length + 4 > column ? $"  {name}\n{wrapped}" : $"  {name}".PadRight(column) + wrapped[column..];
    }

    /// <summary>Lines of a text, each from its own indent on and no longer than there is room.</summary>
    private static string Wrap(string text, int indent = 0, int hanging = 0)
    {
        var wrapped = new StringBuilder();
        foreach (string line in text.Split('\n'))
        {
            int own = line.Length - line.TrimStart().Length;
            int at = 0;
            foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (at > 0 && at + 1 + word.Length <= Width)
                {
                    at += 1 + word.Length;
                    wrapped.Append(' ').Append(word);
                    continue;
                }

                int left = at == 0 ? indent + own : Math.Max(hanging, indent + own);
                wrapped.Append(wrapped.Length > 0 ? "\n" : string.Empty).Append(' ', left).Append(word);
                at = left + word.Length;
            }
        }

        return wrapped.ToString();
    }
}
