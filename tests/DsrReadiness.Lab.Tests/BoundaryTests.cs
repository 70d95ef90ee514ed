using System.Linq;

namespace DsrReadiness.Lab.Tests;

public sealed class BoundaryTests
{
    [Fact]
    public void The_lab_knows_the_core_and_nothing_else() => Assert.Equal(
        ["DsrReadiness.Core", "netstandard"],
        typeof(LabServer).Assembly.GetReferencedAssemblies().Select(each => each.Name!).Order());
}
