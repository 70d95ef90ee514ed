using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using DsrReadiness.Help.Output;
using DsrReadiness.Help.Pages;

namespace DsrReadiness.Help.Tests.Output;

public sealed class MamlFileTests
{
    private static readonly XElement s_command = MamlFile.Make([(Sample.Cmdlet, PageReader.Read(Sample.File, Sample.Page))]).Root!.Elements().Single();

    [Fact]
    public void The_command_is_named_and_told()
    {
        XElement details = s_command.Element(MamlName.Command + "details")!;

        Assert.Equal(["Measure-Sample", "Measure", "Sample"], new[] { "name", "verb", "noun" }.Select(name => details.Element(MamlName.Command + name)!.Value));
        Assert.Equal(["Measures a sample."], Paragraphs(details.Element(MamlName.Maml + "description")!));
        Assert.Equal(["It measures.", "- one\n- two, in two lines"], Paragraphs(s_command.Element(MamlName.Maml + "description")!));
    }

    [Fact]
    public void The_syntax_has_an_item_for_each_parameter_set()
    {
        XElement[] items = [.. s_command.Descendants(MamlName.Command + "syntaxItem")];

        Assert.Equal(2, items.Length);
        Assert.Equal(Sample.Cmdlet.InSet("ById").Select(each => each.Name), items[1].Elements(MamlName.Command + "parameter").Select(NameOf));
        Assert.Null(Parameter(items[0], "Quiet").Element(MamlName.Command + "parameterValue"));
        Assert.Equal(7, Parameter(items[0], "Day").Element(MamlName.Command + "parameterValueGroup")!.Elements().Count());
        Assert.Equal("String[]", Parameter(items[0], "Name").Element(MamlName.Command + "parameterValue")!.Value);
    }

    [Fact]
    public void Each_parameter_is_told_with_what_is_known_of_it()
    {
        XElement name = Parameter(s_command.Element(MamlName.Command + "parameters")!, "Name");

        Assert.Equal(
            ("true", "true", "True (ByPropertyName)", "0", "Title"),
            (name.Attribute("required")!.Value, name.Attribute("globbing")!.Value, name.Attribute("pipelineInput")!.Value, name.Attribute("position")!.Value, name.Attribute("aliases")!.Value));
        Assert.Equal(["The name."], Paragraphs(name.Element(MamlName.Maml + "description")!));
        Assert.Equal("String[]", name.Element(MamlName.Dev + "type")!.Value);
        Assert.Equal("tcp/443, udp/53", Parameter(s_command.Element(MamlName.Command + "parameters")!, "Port").Element(MamlName.Dev + "defaultValue")!.Value);
    }

    [Fact]
    public void Inputs_outputs_notes_and_links_are_told()
    {
        Assert.Equal(["System.String"], s_command.Descendants(MamlName.Command + "inputType").Select(TypeOf));
        Assert.Equal(["System.Version", "System.Boolean"], s_command.Descendants(MamlName.Command + "returnValue").Select(TypeOf));
        Assert.Equal(["None to speak of."], Paragraphs(s_command.Descendants(MamlName.Maml + "alert").Single()));
        Assert.Equal(["Online version", "Test-DsrReadiness", "A place"], s_command.Descendants(MamlName.Maml + "linkText").Select(element => element.Value));
        string[] addresses = [.. s_command.Descendants(MamlName.Maml + "navigationLink").Select(element => element.Element(MamlName.Maml + "uri")!.Value)];
        Assert.Equal([s_command.Descendants(MamlName.Command + "name").First().Value + ".md", "Test-DsrReadiness.md", "https://example.org/"], addresses.Select(each => each.Replace("https://github.com/dsrreadiness/DsrReadiness/blob/main/docs/cmdlets/", string.Empty, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_example_shows_commands_as_they_are_typed_and_what_comes_out()
    {
        XElement example = s_command.Descendants(MamlName.Command + "example").Single();

        Assert.Equal("Example 1: One of them", example.Element(MamlName.Maml + "title")!.Value);
        Assert.Equal("PS> Measure-Sample Name |\n>>     Format-List\nPS> $x\n\nOut : come\n\n1", example.Element(MamlName.Dev + "code")!.Value);
        Assert.Equal(["Before.", "After.", ""], Paragraphs(example.Element(MamlName.Dev + "remarks")!));
    }

    [Fact]
    public void The_file_is_UTF_8_without_a_mark_and_the_same_every_time()
    {
        byte[] file = Write();

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<helpItems schema=\"maml\" xmlns=\"http://msh\">\n", Encoding.UTF8.GetString(file));
        Assert.DoesNotContain((byte)'\r', file);
        Assert.Equal(file, Write());
    }

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        MamlFile.Write(MamlFile.Make([(Sample.Cmdlet, PageReader.Read(Sample.File, Sample.Page))]), stream);
        return stream.ToArray();
    }

    private static XElement Parameter(XElement list, string name) => list.Elements(MamlName.Command + "parameter").Single(element => NameOf(element) == name);

    private static string NameOf(XElement element) => element.Element(MamlName.Maml + "name")!.Value;

    private static string TypeOf(XElement element) => element.Element(MamlName.Dev + "type")!.Element(MamlName.Maml + "name")!.Value;

    private static IEnumerable<string> Paragraphs(XElement element) => element.Elements(MamlName.Maml + "para").Select(para => para.Value);
}
