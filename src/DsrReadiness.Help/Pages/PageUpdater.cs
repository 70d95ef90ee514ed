using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Help.Facts;

namespace DsrReadiness.Help.Pages;

/// <summary>
/// Writes into pages what is known without them: the syntax, the facts of each parameter, and what is said of a parameter that means the same on
/// every cmdlet. The rest stays as it is; what is missing gets an empty place.
/// </summary>
/// <param name="shared">The page that describes parameters for all.</param>
internal sealed class PageUpdater(string shared)
{
    private const string CommonText =
        "This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable, -InformationAction, -InformationVariable,\n"
        + "-OutBuffer, -OutVariable, -PipelineVariable, -ProgressAction, -Verbose, -WarningAction and -WarningVariable. For more information, see\n"
        + "about_CommonParameters.";

    private readonly PageText _shared = PageText.Split(shared, 3);

    /// <summary>The page as it should be.</summary>
    /// <param name="text">The page as it is; empty if there is none.</param>
    /// <param name="cmdlet">The cmdlet.</param>
    public string Update(string text, ShownCmdlet cmdlet)
    {
        PageText page = PageText.Split(text, 2);
        List<string> parts = [page.Head.Length > 0 ? page.Head : "# " + cmdlet.Name];
        foreach (string section in PageReader.Sections.Concat(page.Parts.Select(part => part.Heading)).Distinct())
        {
            parts.Add("## " + section);
            parts.Add(section switch
            {
                "Syntax" => Code("powershell", SyntaxText.Of(cmdlet)),
                "Parameters" => Parameters(page[section], cmdlet),
                "Outputs" when page[section].Length == 0 => string.Join("\n\n", cmdlet.Outputs.Select(output => "### " + output)),
                _ => page[section],
            });
        }

        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    private string Parameters(string section, ShownCmdlet cmdlet)
    {
        PageText described = PageText.Split(section, 3);
        IEnumerable<string> known = cmdlet.Parameters.SelectMany(each => new[]
        {
            "### -" + each.Name,
            Text(each, described["-" + each.Name]),
            Code("yaml", SyntaxText.Of(each, cmdlet)),
        });
        IEnumerable<string> unknown = described.Parts
            .Where(part => part.Heading != PageReader.CommonParameters && cmdlet.Parameters.All(each => "-" + each.Name != part.Heading))
            .SelectMany(part => new[] { "### " + part.Heading, part.Body });
        return string.Join("\n\n", known.Concat(unknown).Concat(["### " + PageReader.CommonParameters, CommonText]).Where(part => part.Length > 0));
    }

    private string Text(ShownParameter parameter, string own)
    {
        string said = _shared["-" + parameter.Name];
        string text = WithoutFacts(own);
        return said.Length > 0 && (parameter.IsShared || text.Length == 0) ? said : text;
    }

    private static string WithoutFacts(string text)
    {
        int start = text.IndexOf("```yaml", StringComparison.Ordinal);
        return (start < 0 ? text : text[..start]).Trim('\n');
    }

    private static string Code(string language, IEnumerable<string> lines) => "```" + language + "\n" + string.Join("\n", lines) + "\n```";
}
