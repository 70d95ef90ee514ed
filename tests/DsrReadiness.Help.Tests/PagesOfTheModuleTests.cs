using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using DsrReadiness.Help.Facts;
using DsrReadiness.Help.Output;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help.Tests;

/// <summary>Holds together what the module offers, its pages, their index, and the help that is made of them.</summary>
public sealed class PagesOfTheModuleTests
{
    private const string ToDo = "Run: dotnet build src/DsrReadiness.Help -p:UpdatePages=true";

    private static readonly HelpSource s_source = new(Clone.Folder);

    public static TheoryData<string> Names => [.. HelpSource.Cmdlets.Select(cmdlet => cmdlet.Name)];

    [Fact]
    public void There_is_a_page_for_each_cmdlet_and_no_other() => Assert.Equal(
        HelpSource.Cmdlets.Select(cmdlet => cmdlet.Name + ".md"),
        Directory.GetFiles(Path.GetDirectoryName(s_source.Index)!, "*.md").Select(file => Path.GetFileName(file)).Where(name => name != "README.md").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_page_is_complete_and_up_to_date(string name)
    {
        ShownCmdlet cmdlet = Find(name);
        string text = File.ReadAllText(s_source.FileOf(cmdlet));

        PageCheck.Check(PageReader.Read(s_source.FileOf(cmdlet), text), cmdlet);
        Assert.True(new PageUpdater(s_source.Shared).Update(text, cmdlet) == text, ToDo);
    }

    [Fact]
    public void The_index_lists_each_page_with_its_synopsis() => Assert.True(
        IndexUpdater.Update(
            File.ReadAllText(s_source.Index),
            HelpSource.Cmdlets.Select(cmdlet => (cmdlet.Name, PageText.SynopsisOf(File.ReadAllText(s_source.FileOf(cmdlet)))))) == File.ReadAllText(s_source.Index),
        ToDo);

    [Fact]
    public void What_a_shared_parameter_means_is_said_once()
    {
        IReadOnlyList<string> said = [.. PageText.Split(s_source.Shared, 3).Parts.Select(part => part.Heading)];
        IEnumerable<ShownParameter> all = HelpSource.Cmdlets.SelectMany(cmdlet => cmdlet.Parameters);

        Assert.Equal(said.Order(StringComparer.Ordinal), said);
        Assert.All(all.Where(each => each.IsShared), each => Assert.Contains("-" + each.Name, said));
        Assert.All(said, name => Assert.Contains(all, each => "-" + each.Name == name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_lead_somewhere(string name)
    {
        string file = s_source.FileOf(Find(name));
        Page page = PageReader.Read(file, File.ReadAllText(file));
        string[] targets = [.. page.Links.Select(block => block.Target!)];

        Assert.Contains("../about_DsrReadiness.md", targets);
        Assert.All(targets.Where(target => !target.StartsWith("https://", StringComparison.Ordinal)), target =>
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, target)), target));
    }

    [Fact]
    public void The_built_help_is_made_of_the_pages()
    {
        using var made = new MemoryStream();
        MamlFile.Write(MamlFile.Make(s_source.Read()), made);

        Assert.Equal(made.ToArray(), File.ReadAllBytes(Path.Combine(Clone.Folder, "en-US", "DsrReadiness.dll-Help.xml")));
        Assert.Equal(
            TopicFile.Make("about_DsrReadiness.md", Clone.Read("docs", "about_DsrReadiness.md")),
            Clone.Read("en-US", "about_DsrReadiness.help.txt"));
    }

    [Fact]
    public void The_help_describes_every_parameter_of_every_cmdlet()
    {
        XElement[] commands = [.. MamlFile.Make(s_source.Read()).Root!.Elements()];

        Assert.Equal(HelpSource.Cmdlets.Count, commands.Length);
        foreach ((ShownCmdlet cmdlet, XElement command) in HelpSource.Cmdlets.Zip(commands))
        {
            XElement[] parameters = [.. command.Element(MamlName.Command + "parameters")!.Elements()];

            Assert.Equal(cmdlet.Parameters.Select(each => each.Name), parameters.Select(each => each.Element(MamlName.Maml + "name")!.Value));
            Assert.All(parameters, each => Assert.NotEmpty(each.Element(MamlName.Maml + "description")!.Value));
        }
    }

    private static ShownCmdlet Find(string name) => HelpSource.Cmdlets.Single(cmdlet => cmdlet.Name == name);
}
