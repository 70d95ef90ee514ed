using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Help.Facts;

/// <summary>The facts of cmdlets and parameters as text, as PowerShell itself writes them.</summary>
internal static class SyntaxText
{
    private const int Width = 100;

    /// <summary>The syntax: a paragraph for each parameter set.</summary>
    public static IEnumerable<string> Of(ShownCmdlet cmdlet) => cmdlet.Sets.SelectMany((set, i) => (i == 0 ? Enumerable.Empty<string>() : [""]).Concat(Lines(cmdlet, set)));

    /// <summary>The facts of a parameter.</summary>
    public static IEnumerable<string> Of(ShownParameter parameter, ShownCmdlet cmdlet)
    {
        yield return "Type: " + parameter.TypeName;
        if (parameter.Aliases.Count > 0)
            yield return "Aliases: " + string.Join(", ", parameter.Aliases);
        if (parameter.Values.Count > 0)
            yield return "Accepted values: " + string.Join(", ", parameter.Values);
        if (cmdlet.Sets.Any(set => parameter.UseIn(set) is null))
            yield return "Parameter sets: " + string.Join(", ", cmdlet.Sets.Where(set => parameter.UseIn(set) is not null));
        yield return "Required: " + parameter.MainUse.IsRequired;
        yield return "Position: " + PositionOf(parameter.MainUse);
        yield return "Default value: " + (parameter.Default ?? "None");
        yield return "Accept pipeline input: " + parameter.MainUse.PipelineInput;
        yield return "Accept wildcard characters: " + parameter.TakesWildcards;
    }

    /// <summary>The position as PowerShell's help counts it.</summary>
    public static string PositionOf(ParameterUse use) => use.Position is { } position ? position.ToString(System.Globalization.CultureInfo.InvariantCulture) : "Named";

    private static IEnumerable<string> Lines(ShownCmdlet cmdlet, string set)
    {
        string line = cmdlet.Name;
        foreach (string word in cmdlet.InSet(set).Select(each => Word(each, each.UseIn(set)!)).Append("[<CommonParameters>]"))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = "   ";
            }

            line += " " + word;
        }

        yield return line;
    }

    private static string Word(ShownParameter parameter, ParameterUse use)
    {
        string name = use.Position is null ? "-" + parameter.Name : "[-" + parameter.Name + "]";
        string word = parameter.IsSwitch ? name : name + " <" + parameter.TypeName + ">";
        return use.IsRequired ? word : "[" + word + "]";
    }
}
