using System;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Redaction;

namespace DsrReadiness.Robustness.Tests.Growing;

/// <summary>The patterns that texts are held against never go back over what they have read.</summary>
[Trait("Tier", "Slow")]
[Collection(nameof(Alone))]
public sealed class RedactionGrowthTests
{
    private static readonly TextRedactor s_redactor = new(new Pseudonyms(new byte[32]));

    [Theory]
    [InlineData("DsrReadiness-", "1")]
    [InlineData("DsrReadiness-1-tcp-", "1-")]
    [InlineData("DSR tcp/1 to ", "1")]
    [InlineData("@firewallapi.dll,-", "1")]
    [InlineData("", "a.")]
    [InlineData("", "1 ")]
    public void A_long_text_is_disguised_in_proportion(string begin, string repeated) => Assert.Empty(GrowthRule.Problems(20_000, 2_000_000, count =>
    {
        string text = begin + string.Concat(Enumerable.Repeat(repeated, count)) + "!";
        return stage =>
        {
            foreach (RedactionKind kind in Enum.GetValues<RedactionKind>().Where(kind => kind is not (RedactionKind.Stays or RedactionKind.Dropped)))
                stage(kind.ToString(), () => s_redactor.Redact(kind, text));
        };
    }));
}
