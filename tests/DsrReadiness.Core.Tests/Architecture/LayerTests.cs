using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Architecture;

/// <summary>Core's folders are layers: each uses only those before it, and the path of a packet is a second opinion that uses nothing of the first.</summary>
public sealed class LayerTests
{
    /// <summary>From the lowest; folders of one layer do not use one another.</summary>
    private static readonly string[][] s_layers =
    [
        ["Time", "Text"], ["Json"], ["Addresses"], ["Cim"], ["Releases"], ["Snapshots"], ["Services"], ["Host"], ["Firewall"], ["Desired"], ["Verdicts"],
        ["Checks"], ["Paths"], ["Redaction"], ["Plans"], ["Inventory", "Arp"], ["Scripts"], ["Connections"], ["Reports"],
    ];

    private static readonly string[] s_firstOpinion = ["Host", "Firewall", "Desired", "Checks"];

    private static readonly string s_core = Path.Combine(Repository.Root, "src", "DsrReadiness.Core");

    [Fact]
    public void Every_folder_is_in_a_layer()
    {
        string[] folders = [.. Directory.GetDirectories(s_core).Select(each => Path.GetFileName(each)).Except(["bin", "obj"])];

        Assert.Empty(folders.Except(s_layers.SelectMany(each => each)));
        Assert.True(folders.Length > 10);
    }

    [Fact]
    public void A_namespace_has_its_folder_s_name() => Assert.Empty(Sources().Where(each => each.Layer != each.Folder).Select(each => each.Path));

    [Fact]
    public void A_folder_uses_only_folders_before_it() => Assert.Empty(Violations(Sources()));

    [Theory]
    [InlineData("Cim", "using DsrReadiness.Checks;")]
    [InlineData("Host", "using DsrReadiness.Checks.Firewalls;")]
    [InlineData("Inventory", "using DsrReadiness.Arp;")]
    [InlineData("Paths", "using DsrReadiness.Host;")]
    [InlineData("Snapshots", "private Checks.CheckContext _context;")]
    [InlineData("Plans", "private DsrReadiness.Scripts.ScriptMaker _maker;")]
    public void What_uses_a_later_folder_is_found(string folder, string line)
    {
        Source planted = new("planted", folder, $"{line}\n\nnamespace DsrReadiness.{folder};\n");

        Assert.Single(Violations([.. Sources(), planted]));
    }

    /// <summary>With DSR_UPDATE_LAYERS=1 it is drawn anew instead of compared.</summary>
    [Fact]
    public void The_picture_of_the_layers_is_drawn_from_the_code()
    {
        string page = Repository.PathOf("docs", "layers.md");
        string[] parts = File.ReadAllText(page).ReplaceLineEndings("\n").Split("```");
        string projects = Draw(Projects());
        string folders = Draw(Folders(Sources()));
        Assert.Equal(5, parts.Length);
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_LAYERS") == "1")
            File.WriteAllText(page, string.Join("```", parts[0], projects, parts[2], folders, parts[4]));
        else
            Assert.Equal((projects, folders), (parts[1], parts[3]));
    }

    /// <summary>An arrow for each use that does not follow from others.</summary>
    private static string Draw(IEnumerable<(string From, string To)> uses)
    {
        ILookup<string, string> next = uses.Distinct().ToLookup(each => each.From, each => each.To);
        bool Leads(string from, string to) => next[from].Any(each => each == to || Leads(each, to));
        string[] lines = [.. next.SelectMany(each => each.Where(to => !each.Any(other => other != to && Leads(other, to))).Select(to => $"    {each.Key} --> {to}\n")).Order(StringComparer.Ordinal)];
        Assert.True(lines.Length > 5);
        return "mermaid\nflowchart TD\n" + string.Concat(lines);
    }

    private static IEnumerable<(string From, string To)> Projects() =>
        from path in Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
        from used in Regex.Matches(File.ReadAllText(path), @"<ProjectReference Include=""[^""]*?([\w.]+)\.csproj""")
        select (Path.GetFileNameWithoutExtension(path), used.Groups[1].Value);

    private static IEnumerable<(string From, string To)> Folders(IReadOnlyCollection<Source> sources)
    {
        ILookup<string, string> types = Types(sources);
        return from source in sources from used in source.Uses(types) where used != source.Folder && Rank(used) >= 0 select (source.Folder, used);
    }

    private static ILookup<string, string> Types(IEnumerable<Source> sources) =>
        sources.SelectMany(each => each.Types.Select(type => (each.Folder, type))).ToLookup(each => each.Folder, each => each.type);

    private static IEnumerable<string> Violations(IReadOnlyCollection<Source> sources)
    {
        ILookup<string, string> types = Types(sources);
        return
            from source in sources
            from used in source.Uses(types)
            where used != source.Folder && (Rank(used) >= Rank(source.Folder) || (source.Folder == "Paths" && s_firstOpinion.Contains(used)))
            select $"{source.Path} uses {used}";
    }

    private static int Rank(string folder) => Array.FindIndex(s_layers, layer => layer.Contains(folder));

    private static Source[] Sources() => Directory.EnumerateFiles(s_core, "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(s_core, path).Replace('\\', '/'))
        .Where(path => path.Contains('/') && !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
        .Select(path => new Source(path, path.Split('/')[0], File.ReadAllText(Path.Combine(s_core, path))))
        .ToArray();

    private sealed record Source(string Path, string Folder, string Text)
    {
        public string Layer { get; } = Regex.Match(Text, @"^namespace DsrReadiness\.(\w+)", RegexOptions.Multiline).Groups[1].Value;

        public IEnumerable<string> Types { get; } = Regex.Matches(Text, @"^[\w ]*\b(?:class|struct|record|interface|enum) (\w+)", RegexOptions.Multiline).Select(each => each.Groups[1].Value).ToArray();

        /// <summary>Imports are never idle, which the compiler sees to; beside them a type may be named with its folder.</summary>
        public IEnumerable<string> Uses(ILookup<string, string> types) => Regex.Matches(Text, @"^using DsrReadiness\.(\w+)", RegexOptions.Multiline).Select(each => each.Groups[1].Value)
            .Concat(Regex.Matches(Text, @"(?<![\w.])(?:DsrReadiness\.)?([A-Z]\w+)\.(?:[A-Z]\w+\.)*?([A-Z]\w+)").Where(each => types[each.Groups[1].Value].Contains(each.Groups[2].Value)).Select(each => each.Groups[1].Value))
            .Distinct();
    }
}
