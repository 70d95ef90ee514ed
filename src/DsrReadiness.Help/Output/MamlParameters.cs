using System.Linq;
using System.Xml.Linq;
using DsrReadiness.Help.Facts;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help.Output;

/// <summary>The syntax and the parameters of a cmdlet in its help.</summary>
internal static class MamlParameters
{
    public static XElement Syntax(ShownCmdlet cmdlet, Page page) => new(
        MamlName.Command + "syntax",
        cmdlet.Sets.Select(set => new XElement(
            MamlName.Command + "syntaxItem",
            new XElement(MamlName.Maml + "name", cmdlet.Name),
            cmdlet.InSet(set).Select(parameter => Parameter(parameter, parameter.UseIn(set)!, page, isInSyntax: true)))));

    public static XElement All(ShownCmdlet cmdlet, Page page) => new(
        MamlName.Command + "parameters",
        cmdlet.Parameters.Select(parameter => Parameter(parameter, parameter.MainUse, page, isInSyntax: false)));

    private static XElement Parameter(ShownParameter parameter, ParameterUse use, Page page, bool isInSyntax) => new(
        MamlName.Command + "parameter",
        new XAttribute("required", use.IsRequired),
        new XAttribute("variableLength", parameter.TypeName.EndsWith("[]", System.StringComparison.Ordinal)),
        new XAttribute("globbing", parameter.TakesWildcards),
        new XAttribute("pipelineInput", use.PipelineInput),
        new XAttribute("position", SyntaxText.PositionOf(use).ToLowerInvariant()),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(MamlName.Maml + "name", parameter.Name),
        new XElement(MamlName.Maml + "description", MamlFile.Paragraphs(page.Parameters.Single(each => each.Name == parameter.Name).Text)),
        Values(parameter, isInSyntax),
        new XElement(
            MamlName.Dev + "type",
            new XElement(MamlName.Maml + "name", parameter.TypeName),
            new XElement(MamlName.Maml + "uri")),
        new XElement(MamlName.Dev + "defaultValue", parameter.Default ?? "None"));

    /// <summary>The syntax lists possible values, and shows a switch without any.</summary>
    private static XElement? Values(ShownParameter parameter, bool isInSyntax)
    {
        if (isInSyntax && parameter.IsSwitch)
            return null;
        if (isInSyntax && parameter.Values.Count > 0)
            return new XElement(MamlName.Command + "parameterValueGroup", parameter.Values.Select(value => Value(value, isRequired: false)));
        return Value(parameter.TypeName, isRequired: !parameter.IsSwitch);
    }

    private static XElement Value(string text, bool isRequired) => new(
        MamlName.Command + "parameterValue", new XAttribute("required", isRequired), new XAttribute("variableLength", false), text);
}
