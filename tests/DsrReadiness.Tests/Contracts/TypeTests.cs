using System;
using System.Linq;
using System.Xml.Linq;

namespace DsrReadiness.Commands.Tests.Contracts;

/// <summary>What PowerShell shows of an object among others of another type is named in text as well.</summary>
public sealed class TypeTests
{
    private static readonly XElement[] s_types = [.. XDocument.Parse(Module.Read("DsrReadiness.Types.ps1xml")).Root!.Elements("Type")];

    [Fact]
    public void Every_output_has_properties_that_are_shown_by_default() =>
        Assert.Equal(Module.Outputs.Select(type => type.FullName).Order(), s_types.Select(type => type.Element("Name")!.Value).Order());

    /// <summary>PowerShell names the types that are there already when a second copy is imported: one alone, which is a sentence.</summary>
    [Fact]
    public void The_one_of_the_module_itself_says_what_to_do_where_it_is_imported_already() => Assert.Contains(
        "start a new PowerShell", Assert.Single(XDocument.Parse(Module.Read("DsrReadiness.Once.ps1xml")).Root!.Elements("Type")).Element("Name")!.Value, StringComparison.Ordinal);

    [Fact]
    public void They_are_properties_that_are_there()
    {
        foreach (XElement each in s_types)
        {
            Type type = Module.Assembly.GetType(each.Element("Name")!.Value, throwOnError: true)!;
            string[] names = [.. each.Descendants("ReferencedProperties").First().Elements("Name").Select(name => name.Value)];

            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.NotNull(type.GetProperty(name)));
        }
    }
}
