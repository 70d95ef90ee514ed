using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using DsrReadiness.Help.Markdown;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help.Output;

/// <summary>The examples of a cmdlet in its help.</summary>
internal static class MamlExamples
{
    private const string Prompt = "PS> ";
    private const string Continuation = ">> ";

    /// <summary>What is said of an example comes after it, as PowerShell shows examples; the empty paragraph keeps the next one apart.</summary>
    public static XElement Of(Page page) => new(
        MamlName.Command + "examples",
        page.Examples.Select((example, i) => new XElement(
            MamlName.Command + "example",
            new XElement(MamlName.Maml + "title", $"Example {i + 1}: {example.Title}"),
            new XElement(MamlName.Dev + "code", string.Join("\n\n", example.Code.Select(Show))),
            new XElement(
                MamlName.Dev + "remarks",
                MamlFile.Paragraphs([.. example.Introduction, .. example.Remarks]),
                new XElement(MamlName.Maml + "para")))));

    private static string Show(Block block) => block.Language == "powershell" ? string.Join("\n", WithPrompts(block.Text.Split('\n'))) : block.Text;

    /// <summary>Commands as they look when they are typed. A line that is indented, or closes a brace, belongs to the command before.</summary>
    private static IEnumerable<string> WithPrompts(IEnumerable<string> lines) => lines.Select((line, i) =>
        i > 0 && line.Length > 0 && (char.IsWhiteSpace(line[0]) || line[0] is '}' or ')') ? Continuation + line : line.Length == 0 ? line : Prompt + line);
}
