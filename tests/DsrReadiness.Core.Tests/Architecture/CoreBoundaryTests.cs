using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Architecture;

/// <summary>The core decides, and does nothing else: same input, same output, on every machine. What it may not use stands in its BannedSymbols.txt, and the compiler holds it to that.</summary>
public sealed class CoreBoundaryTests
{
    private static readonly Type[] s_platform = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location))
        .SelectMany(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)).GetExportedTypes())];

    public static TheoryData<string> Banned() =>
        new(File.ReadAllLines(Path.Combine(Repository.Root, "src", "DsrReadiness.Core", "BannedSymbols.txt")).Select(line => line.Split(';')[0]));

    [Fact]
    public void Core_references_the_standard_library_alone() =>
        Assert.Equal(["netstandard"], typeof(Snapshot).Assembly.GetReferencedAssemblies().Select(each => each.Name));

    [Fact]
    public void References_of_an_assembly_with_packages_are_found() =>
        Assert.Contains("xunit.core", Assembly.GetExecutingAssembly().GetReferencedAssemblies().Select(each => each.Name));

    /// <summary>The analyzer passes over a name that it does not find, and so would ban nothing.</summary>
    [Theory]
    [MemberData(nameof(Banned))]
    public void What_is_banned_exists(string symbol)
    {
        string name = symbol[2..].Split('(')[0].Replace("``1", string.Empty, StringComparison.Ordinal);
        IEnumerable<string> known = symbol[0] switch
        {
            'N' => s_platform.Select(type => type.Namespace!),
            'T' => s_platform.Select(type => type.FullName!),
            _ => s_platform.Where(type => type.FullName == name[..name.LastIndexOf('.')])
                .SelectMany(type => type.GetMembers().Select(member => type.FullName + "." + member.Name.Replace(".ctor", "#ctor", StringComparison.Ordinal))),
        };
        Assert.Contains(name, known);
    }
}
