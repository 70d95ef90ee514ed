using System.Linq;
using DsrReadiness.Help.Facts;
using DsrReadiness.Help.Markdown;

namespace DsrReadiness.Help.Pages;

/// <summary>Holds a page against its cmdlet.</summary>
internal static class PageCheck
{
    /// <exception cref="PageException">The page is about something else than the cmdlet has.</exception>
    public static void Check(Page page, ShownCmdlet cmdlet)
    {
        foreach (Described each in page.Parameters.Where(each => cmdlet.Parameters.All(parameter => parameter.Name != each.Name)))
            throw new PageException(page.File, each.Line, $"{cmdlet.Name} has no parameter -{each.Name}.");
        if (cmdlet.Parameters.FirstOrDefault(parameter => page.Parameters.All(each => each.Name != parameter.Name)) is { } missing)
            throw new PageException(page.File, 1, $"Parameter -{missing.Name} is not described. 'dotnet build src/DsrReadiness.Help -p:UpdatePages=true' makes room for it.");
        foreach (Described each in page.Outputs.Where(each => !cmdlet.Outputs.Contains(each.Name)))
            throw new PageException(page.File, each.Line, $"{cmdlet.Name} does not say that it writes {each.Name}; it writes {string.Join(", ", cmdlet.Outputs)}.");
        if (cmdlet.Outputs.FirstOrDefault(output => page.Outputs.All(each => each.Name != output)) is { } unsaid)
            throw new PageException(page.File, 1, $"Output {unsaid} is not described.");
    }
}
