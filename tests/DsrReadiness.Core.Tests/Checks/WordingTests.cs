using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Tests.Checks;

public sealed class WordingTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "1")]
    [InlineData(5, "1, 2, 3, 4, 5")]
    [InlineData(6, "1, 2, 3, 4, 5 and 1 more")]
    [InlineData(1000, "1, 2, 3, 4, 5 and 995 more")]
    public void Shows_the_first_few_and_counts_the_others(int count, string expected) =>
        Assert.Equal(expected, Wording.Some(Enumerable.Range(1, count).Select(each => each.ToString()).ToArray()));
}
