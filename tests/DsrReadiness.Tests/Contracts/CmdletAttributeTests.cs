using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using DsrReadiness.Help.Facts;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands.Tests.Contracts;

public sealed class CmdletAttributeTests
{
    private static readonly string[] s_changing = ["Add", "Disable", "Enable", "Export", "Invoke", "New", "Remove", "Undo"];

    public static TheoryData<string> Cmdlets => Module.Names();

    [Fact]
    public void There_are_cmdlets() => Assert.NotEmpty(Module.Cmdlets);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_class_is_named_after_the_command(string name)
    {
        Type cmdlet = Module.Find(name).Type;

        Assert.Equal(name.Replace("-", string.Empty, StringComparison.Ordinal) + "Command", cmdlet.Name);
        Assert.True(cmdlet.IsSealed);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_verb_is_approved_and_the_noun_has_the_prefix(string name)
    {
        string[] approved = [.. new[] { typeof(VerbsCommon), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetValue(null)!)];
        CmdletFacts cmdlet = Module.Find(name);

        Assert.Contains(cmdlet.Verb, approved);
        Assert.StartsWith("Dsr", cmdlet.Noun, StringComparison.Ordinal);
        Assert.False(cmdlet.Noun.EndsWith('s') && !cmdlet.Noun.EndsWith("ss", StringComparison.Ordinal), "The noun is singular.");
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void It_says_what_it_writes(string name)
    {
        IReadOnlyList<Type> outputs = Module.Find(name).Outputs;

        Assert.NotEmpty(outputs);
        Assert.All(outputs.Where(type => type.Namespace!.StartsWith("DsrReadiness", StringComparison.Ordinal)), type => Assert.True(type.IsPublic));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void It_asks_before_it_changes_something_and_only_then(string name)
    {
        CmdletFacts cmdlet = Module.Find(name);

        bool makesRoutes = name == "Test-DsrConnection"; // of the computer that asks
        Assert.Equal((s_changing.Contains(cmdlet.Verb) && name != "New-DsrLab") || makesRoutes, cmdlet.Attribute.Is("SupportsShouldProcess"));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_visible_parameter_has_a_help_message(string name) => Assert.DoesNotContain(
        Module.Find(name).Parameters,
        parameter => !parameter.IsHidden && parameter.Uses.Any(each => each.Text("HelpMessage")?.EndsWith('.') != true));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_parameter_is_a_session_or_takes_the_traffic_interface_from_the_pipeline(string name)
    {
        foreach (ParameterFacts parameter in Module.Find(name).Parameters)
        {
            Assert.DoesNotContain("CimSession", parameter.Property.PropertyType.Name, StringComparison.Ordinal);
            if (parameter.Name is "InterfaceAlias" or "InterfaceIndex" && name != "Get-DsrWeakHost") // which lists interfaces of any kind
                Assert.All(parameter.Uses, each => Assert.False(each.Is("ValueFromPipeline") || each.Is("ValueFromPipelineByPropertyName")));
        }
    }

    [Fact]
    public void A_server_is_taken_by_value_and_by_property_under_each_of_its_names()
    {
        ParameterFacts server = Find(typeof(ServerCmdlet), "Server");

        Assert.Equal(typeof(DsrServer[]), server.Property.PropertyType);
        Assert.True(server.Uses.Single().Is("ValueFromPipeline") && server.Uses.Single().Is("ValueFromPipelineByPropertyName"));
        Assert.Equal(["CimSession", "ComputerName", "Cn"], server.Aliases);
        Assert.NotNull(server.Property.GetCustomAttribute<DsrServerTransformationAttribute>());
    }

    [Fact]
    public void Nothing_public_makes_a_server_of_a_text()
    {
        Assert.Empty(typeof(DsrServer).GetConstructors());
        Assert.DoesNotContain(typeof(DsrServer).GetMethods(BindingFlags.Public | BindingFlags.Static), method => method.ReturnType == typeof(DsrServer));
    }

    [Fact]
    public void Every_output_carries_a_live_server_and_cannot_be_changed()
    {
        Assert.NotEmpty(Module.Outputs);
        Assert.All(Module.Outputs, type => Assert.Contains(type.GetProperty("Server")?.PropertyType, new[] { typeof(DsrServer), typeof(IReadOnlyList<DsrServer>) }));
        Assert.All(Module.Outputs.SelectMany(type => type.GetProperties()), property => Assert.False(property.CanWrite, property.Name));
    }

    private static ParameterFacts Find(Type type, string name) => new(type.GetProperty(name)!);
}
