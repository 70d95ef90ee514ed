using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands.Tests.Contracts;

/// <summary>Views name properties and methods in text: nothing but a test notices when one is renamed.</summary>
public sealed class ViewTests
{
    private static readonly XElement[] s_views = [.. XDocument.Parse(Module.Read("DsrReadiness.Format.ps1xml")).Descendants("View")];

    [Fact]
    public void Every_output_has_a_table_and_a_list()
    {
        foreach (Type type in Module.Outputs)
        {
            XElement[] views = [.. s_views.Where(view => TypeOf(view) == type.FullName)];

            Assert.Contains(views, view => view.Element("TableControl") is not null);
            Assert.Contains(views, view => view.Element("ListControl") is not null);
        }
    }

    [Fact]
    public void Views_name_properties_that_are_there()
    {
        foreach (XElement view in s_views)
        {
            Type type = Module.Assembly.GetType(TypeOf(view), throwOnError: true)!;
            foreach (string name in view.Descendants("PropertyName").Select(element => element.Value).Concat(view.Descendants("ScriptBlock").SelectMany(PropertiesIn)))
                Assert.True(type.GetProperty(name) is not null, type.Name + " has no " + name);
        }
    }

    /// <summary>In constrained language a view may call nothing, and of a copy there is nothing to call.</summary>
    [Fact]
    public void Views_call_nothing()
    {
        string[] scripts = [.. s_views.SelectMany(view => view.Descendants("ScriptBlock")).Select(script => script.Value)];

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotMatch(@"\.\w+\(|\[\w+\]|::|\b[A-Z][a-z]+-[A-Z]", script));
    }

    [Fact]
    public void Tables_fit_into_80_columns()
    {
        foreach (XElement table in s_views.SelectMany(view => view.Descendants("TableHeaders")))
        {
            XElement[] columns = [.. table.Elements("TableColumnHeader")];
            int named = columns.Sum(column => (int?)column.Element("Width") ?? 10);

            Assert.True(named + columns.Length - 1 <= 80, table.Parent!.Parent!.Element("Name")!.Value);
        }
    }

    [Fact]
    public void A_server_has_a_view() => Assert.Contains(s_views, view => TypeOf(view) == typeof(DsrServer).FullName);

    private static string TypeOf(XElement view) => view.Descendants("TypeName").Single().Value;

    private static IEnumerable<string> PropertiesIn(XElement script) => Regex.Matches(script.Value, @"\$_\.(\w+)").Select(match => match.Groups[1].Value);
}
