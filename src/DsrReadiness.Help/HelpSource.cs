using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Commands;
using DsrReadiness.Help.Facts;
using DsrReadiness.Help.Markdown;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help;

/// <summary>The cmdlets of the module, and the pages of a clone of the repository.</summary>
/// <param name="repository">The clone.</param>
internal sealed class HelpSource(string repository)
{
    private readonly string _pages = Path.Combine(repository, "docs", "cmdlets");

    public static IReadOnlyList<ShownCmdlet> Cmdlets { get; } = [.. CmdletFacts.In(typeof(TestDsrReadinessCommand).Assembly).Select(facts => new ShownCmdlet(facts))];

    /// <summary>What is said of parameters that mean the same on every cmdlet.</summary>
    public string Shared => File.ReadAllText(Path.Combine(repository, "src", "DsrReadiness.Help", "SharedParameters.md"));

    /// <summary>The file that lists the pages.</summary>
    public string Index => Path.Combine(_pages, "README.md");

    /// <summary>The files of the topics.</summary>
    public IReadOnlyList<string> Topics => [.. Directory.GetFiles(Path.Combine(repository, "docs"), "about_*.md").Order(StringComparer.Ordinal)];

    /// <summary>The file of a cmdlet's page.</summary>
    public string FileOf(ShownCmdlet cmdlet) => Path.Combine(_pages, cmdlet.Name + ".md");

    /// <summary>Every cmdlet with its page.</summary>
    /// <exception cref="PageException">A page is missing, or is not as it has to be.</exception>
    public IReadOnlyList<(ShownCmdlet Cmdlet, Page Page)> Read()
    {
        foreach (string file in Directory.GetFiles(_pages, "*-*.md").Where(file => Cmdlets.All(cmdlet => FileOf(cmdlet) != file)))
            throw new PageException(file, 1, "There is no such cmdlet.");
        return [.. Cmdlets.Select(cmdlet => (cmdlet, Read(cmdlet)))];
    }

    private Page Read(ShownCmdlet cmdlet)
    {
        string file = FileOf(cmdlet);
        if (!File.Exists(file))
            throw new PageException(file, 1, "The page is missing. 'dotnet build src/DsrReadiness.Help -p:UpdatePages=true' makes an empty one.");
        Page page = PageReader.Read(file, File.ReadAllText(file));
        PageCheck.Check(page, cmdlet);
        return page;
    }
}
