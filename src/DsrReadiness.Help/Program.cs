using System;
using System.IO;
using System.Linq;
using DsrReadiness.Help;
using DsrReadiness.Help.Facts;
using DsrReadiness.Help.Markdown;
using DsrReadiness.Help.Output;
using DsrReadiness.Help.Pages;

if (args is not ["make" or "update", var repository])
{
    await Console.Error.WriteLineAsync("Usage: DsrReadiness.Help make|update REPOSITORY").ConfigureAwait(false);
    return 64;
}

repository = Path.GetFullPath(repository);
var source = new HelpSource(repository);
try
{
    if (args[0] == "update")
        Update(source);
    else
        Make(source, Path.Combine(repository, "en-US"));
    return 0;
}
catch (PageException e)
{
    await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
    return 1;
}

static void Update(HelpSource source)
{
    var updater = new PageUpdater(source.Shared);
    foreach (ShownCmdlet cmdlet in HelpSource.Cmdlets)
        Rewrite(source.FileOf(cmdlet), text => updater.Update(text, cmdlet));
    Rewrite(source.Index, text => IndexUpdater.Update(text, HelpSource.Cmdlets.Select(cmdlet => (cmdlet.Name, PageText.SynopsisOf(File.ReadAllText(source.FileOf(cmdlet)))))));
}

static void Rewrite(string file, Func<string, string> change)
{
    string before = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
    string after = change(before);
    if (after != before)
        File.WriteAllText(file, after);
}

static void Make(HelpSource source, string folder)
{
    var document = MamlFile.Make(source.Read());
    Directory.CreateDirectory(folder);
    foreach (string topic in source.Topics)
        File.WriteAllText(Path.Combine(folder, Path.GetFileNameWithoutExtension(topic) + ".help.txt"), TopicFile.Make(topic, File.ReadAllText(topic)));
    using FileStream stream = File.Create(Path.Combine(folder, "DsrReadiness.dll-Help.xml"));
    MamlFile.Write(document, stream);
}
