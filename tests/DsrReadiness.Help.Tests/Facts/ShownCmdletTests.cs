using System.Linq;
using DsrReadiness.Help.Facts;

namespace DsrReadiness.Help.Tests.Facts;

public sealed class ShownCmdletTests
{
    private static readonly ShownCmdlet s_cmdlet = Sample.Cmdlet;

    [Fact]
    public void It_is_named_by_verb_and_noun() => Assert.Equal(("Measure-Sample", "Measure", "Sample"), (s_cmdlet.Name, s_cmdlet.Verb, s_cmdlet.Noun));

    [Fact]
    public void It_has_the_parameters_that_are_no_secret_and_those_of_who_asks() => Assert.Equal(
        ["Confirm", "Day", "Id", "Name", "Port", "Quiet", "Server", "ThrottleLimit", "WhatIf"], s_cmdlet.Parameters.Select(each => each.Name));

    [Fact]
    public void The_default_set_comes_first() => Assert.Equal(["ByName", "ById"], s_cmdlet.Sets);

    [Fact]
    public void A_set_is_in_the_order_of_the_syntax()
    {
        Assert.Equal(["Name", "Day", "Port", "Quiet", "Server", "ThrottleLimit", "WhatIf", "Confirm"], s_cmdlet.InSet("ByName").Select(each => each.Name));
        Assert.Equal(["Id", "Day", "Port", "Quiet", "Server", "ThrottleLimit", "WhatIf", "Confirm"], s_cmdlet.InSet("ById").Select(each => each.Name));
    }

    [Theory]
    [InlineData("Name", null)]
    [InlineData("Id", null)]
    [InlineData("Day", null)]
    [InlineData("Port", "tcp/443, udp/53")]
    [InlineData("Quiet", "False")]
    [InlineData("Server", null)]
    [InlineData("ThrottleLimit", "32")]
    [InlineData("WhatIf", "False")]
    public void A_default_is_what_the_parameter_is_if_nobody_sets_it(string name, string? expected) => Assert.Equal(expected, Find(name).Default);

    [Theory]
    [InlineData("Server", true)]
    [InlineData("WhatIf", true)]
    [InlineData("Name", false)]
    public void What_a_base_class_declares_is_shared(string name, bool expected) => Assert.Equal(expected, Find(name).IsShared);

    [Fact]
    public void Facts_of_a_parameter_are_told_as_PowerShell_tells_them() => Assert.Equal(
        [
            "Type: String[]", "Aliases: Title", "Parameter sets: ByName", "Required: True", "Position: 0", "Default value: None",
            "Accept pipeline input: True (ByPropertyName)", "Accept wildcard characters: True",
        ],
        SyntaxText.Of(Find("Name"), s_cmdlet));

    [Fact]
    public void An_optional_enumeration_lists_its_values()
    {
        Assert.Equal("DayOfWeek", Find("Day").TypeName);
        Assert.Contains("Accepted values: Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday", SyntaxText.Of(Find("Day"), s_cmdlet));
    }

    [Fact]
    public void The_syntax_has_a_paragraph_for_each_set() => Assert.Equal(
        """
        Measure-Sample [-Name] <String[]> [-Day <DayOfWeek>] [-Port <String[]>] [-Quiet]
            [-Server <String[]>] [-ThrottleLimit <Int32>] [-WhatIf] [-Confirm] [<CommonParameters>]

        Measure-Sample -Id <UInt32> [-Day <DayOfWeek>] [-Port <String[]>] [-Quiet] [-Server <String[]>]
            [-ThrottleLimit <Int32>] [-WhatIf] [-Confirm] [<CommonParameters>]
        """,
        string.Join("\n", SyntaxText.Of(s_cmdlet)));

    private static ShownParameter Find(string name) => s_cmdlet.Parameters.Single(each => each.Name == name);
}
