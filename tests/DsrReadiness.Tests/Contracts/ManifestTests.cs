using System;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace DsrReadiness.Commands.Tests.Contracts;

public sealed class ManifestTests
{
    private static readonly string s_manifest = Module.Read("DsrReadiness.psd1");

    [Fact]
    public void It_exports_every_cmdlet_by_name() => Assert.Equal(Module.Cmdlets.Select(each => each.Name), List("CmdletsToExport"));

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("VariablesToExport")]
    [InlineData("AliasesToExport")]
    public void It_exports_nothing_else(string key) => Assert.Empty(List(key));

    [Fact]
    public void Its_version_is_the_assemblies_version() =>
        Assert.Equal(Version.Parse(Value("ModuleVersion")), new Version(Version.Parse(Module.Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version).ToString(3)));

    [Theory]
    [InlineData("RootModule", "bin/DsrReadiness.dll")]
    [InlineData("PowerShellVersion", "5.1")]
    [InlineData("DotNetFrameworkVersion", "4.7.2")]
    public void It_says_where_it_loads_from_and_what_it_needs(string key, string expected) => Assert.Equal(expected, Value(key));

    [Fact]
    public void It_is_for_both_editions() => Assert.Equal(["Desktop", "Core"], List("CompatiblePSEditions"));

    private static string Value(string key) => Regex.Match(s_manifest, @"^\s*" + key + @"\s*=\s*'([^']*)'", RegexOptions.Multiline).Groups[1].Value;

    private static string[] List(string key)
    {
        Match match = Regex.Match(s_manifest, @"^\s*" + key + @"\s*=\s*@\(([^)]*)\)", RegexOptions.Multiline);
        Assert.True(match.Success, key + " is not in the manifest.");
        return [.. Regex.Matches(match.Groups[1].Value, "'([^']*)'").Select(each => each.Groups[1].Value)];
    }
}
