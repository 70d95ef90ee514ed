using System.Reflection;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Architecture;

/// <summary>The core decides, and does nothing else: same input, same output, on every machine.</summary>
public sealed class CoreBoundaryTests
{
    private static readonly AssemblyUse s_core = AssemblyUse.Of(typeof(Snapshot).Assembly);
    private static readonly AssemblyUse s_tests = AssemblyUse.Of(Assembly.GetExecutingAssembly());

    public static TheoryData<string> ForbiddenTypes() => new(OutsideWorld.Types);

    public static TheoryData<string> ForbiddenMembers() => new(OutsideWorld.Members);

    [Fact]
    public void Core_references_the_standard_library_alone() => Assert.Equal(["netstandard"], s_core.Assemblies);

    [Fact]
    public void Core_does_not_reach_out() => Assert.Empty(OutsideWorld.UsedBy(s_core));

    [Fact]
    public void What_core_uses_is_really_seen()
    {
        Assert.Contains("System.Net.IPAddress::TryParse", s_core.Members);
        Assert.Contains("System.Collections.Generic.Dictionary`2::TryGetValue", s_core.Members);
        Assert.Contains("System.Net.Sockets.AddressFamily", s_core.Types);
    }

    [Theory]
    [MemberData(nameof(ForbiddenTypes))]
    public void A_forbidden_type_is_found_where_it_is_used(string name) =>
        Assert.Contains(OutsideWorld.UsedBy(s_tests), used => OutsideWorld.Matches(used, name));

    [Theory]
    [MemberData(nameof(ForbiddenMembers))]
    public void A_forbidden_member_is_found_where_it_is_used(string name) => Assert.Contains(name, OutsideWorld.UsedBy(s_tests));

    [Fact]
    public void A_native_library_is_found_where_it_is_called() => Assert.Contains("kernel32.dll", OutsideWorld.UsedBy(s_tests));

    [Fact]
    public void References_of_an_assembly_with_packages_are_found() => Assert.Contains("xunit.core", s_tests.Assemblies);
}
