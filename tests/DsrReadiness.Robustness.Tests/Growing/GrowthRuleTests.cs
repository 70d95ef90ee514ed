using System;
using System.Collections.Generic;

namespace DsrReadiness.Robustness.Tests.Growing;

[Trait("Tier", "Slow")]
[Collection(nameof(Alone))]
public sealed class GrowthRuleTests
{
    [Fact]
    public void Comparing_all_with_all_is_found() =>
        Assert.Contains("compare: ", GrowthRule.Problems(500, 32_000, count => stage => stage("compare", () => Compare(count)))[0], StringComparison.Ordinal);

    [Fact]
    public void What_is_copied_for_each_is_found_by_what_it_allocates() =>
        Assert.Contains("bytes allocated", string.Join('\n', GrowthRule.Problems(500, 16_000, count => stage => stage("copy", () =>
        {
            IReadOnlyList<int> all = [];
            for (int i = 0; i < count; i++)
                all = [.. all, i];
        }))), StringComparison.Ordinal);

    private static void Compare(int count)
    {
        int same = 0;
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
                same += i * 7 == j ? 1 : 0;
        }

        Assert.NotEqual(-1, same);
    }
}
