using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DsrReadiness.Commands;
using DsrReadiness.Help.Facts;
using DsrReadiness.Help.Markdown;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help.Output;

/// <summary>Makes the file that <c>Get-Help</c> reads: of each cmdlet what is known of it, and what its page says.</summary>
internal static class MamlFile
{
    private static readonly Uri s_online = new(OnlineHelp.Folder);

    public static XDocument Make(IEnumerable<(ShownCmdlet Cmdlet, Page Page)> all) => new(new XElement(
        MamlName.Items + "helpItems",
        new XAttribute("schema", "maml"),
        all.Select(each => Command(each.Cmdlet, each.Page))));

    public static void Write(XDocument document, Stream stream)
    {
        using XmlWriter writer = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        });
        document.Save(writer);
    }

    private static XElement Command(ShownCmdlet cmdlet, Page page) => new(
        MamlName.Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", MamlName.Maml),
        new XAttribute(XNamespace.Xmlns + "command", MamlName.Command),
        new XAttribute(XNamespace.Xmlns + "dev", MamlName.Dev),
        new XElement(
            MamlName.Command + "details",
            new XElement(MamlName.Command + "name", cmdlet.Name),
            new XElement(MamlName.Command + "verb", cmdlet.Verb),
            new XElement(MamlName.Command + "noun", cmdlet.Noun),
            new XElement(MamlName.Maml + "description", new XElement(MamlName.Maml + "para", page.Synopsis))),
        new XElement(MamlName.Maml + "description", Paragraphs(page.Description)),
        MamlParameters.Syntax(cmdlet, page),
        MamlParameters.All(cmdlet, page),
        Types("inputTypes", "inputType", page.Inputs),
        Types("returnValues", "returnValue", page.Outputs),
        new XElement(MamlName.Maml + "alertSet", new XElement(MamlName.Maml + "alert", Paragraphs(page.Notes))),
        MamlExamples.Of(page),
        new XElement(MamlName.Command + "relatedLinks", OnlineVersion(cmdlet), page.Links.Select(Link)));

    /// <summary>A list becomes one paragraph, a line for each of its items.</summary>
    public static IEnumerable<XElement> Paragraphs(IReadOnlyList<Block> blocks)
    {
        for (int i = 0; i < blocks.Count;)
        {
            Block[] bullets = [.. blocks.Skip(i).TakeWhile(block => block.Kind == BlockKind.Bullet)];
            yield return new XElement(MamlName.Maml + "para", bullets.Length > 0 ? string.Join("\n", bullets.Select(each => "- " + each.Text)) : blocks[i].Text);
            i += bullets.Length > 0 ? bullets.Length : 1;
        }
    }

    private static XElement Types(string list, string item, IReadOnlyList<Described> types) => new(
        MamlName.Command + list,
        types.Select(type => new XElement(
            MamlName.Command + item,
            new XElement(MamlName.Dev + "type", new XElement(MamlName.Maml + "name", type.Name)),
            new XElement(MamlName.Maml + "description", Paragraphs(type.Text)))));

    /// <summary>The first link is the one that <c>Get-Help -Online</c> opens.</summary>
    private static XElement OnlineVersion(ShownCmdlet cmdlet) => Link("Online version", new Uri(s_online, cmdlet.Name + ".md"));

    /// <summary>A link is the name that <c>Get-Help</c> finds it by, with the address of the page.</summary>
    private static XElement Link(Block block) => Link(block.Text, new Uri(s_online, block.Target!));

    private static XElement Link(string words, Uri address) =>
        new(MamlName.Maml + "navigationLink", new XElement(MamlName.Maml + "linkText", words), new XElement(MamlName.Maml + "uri", address.AbsoluteUri));
}
