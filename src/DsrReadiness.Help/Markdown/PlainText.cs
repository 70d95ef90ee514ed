using System.Text.RegularExpressions;

namespace DsrReadiness.Help.Markdown;

/// <summary>Takes the marks out of a text of a page.</summary>
internal static partial class PlainText
{
    /// <summary>The text alone; of a link, its words.</summary>
    public static string Of(string text) => Marks().Replace(text, match =>
        match.Groups["code"].Success ? match.Groups["code"].Value
        : match.Groups["link"].Success ? Of(match.Groups["link"].Value)
        : match.Groups["strong"].Success ? Of(match.Groups["strong"].Value)
        : Of(match.Groups["stress"].Value));

    /// <summary>A link that stands alone; null for any other text.</summary>
    public static (string Words, string Target)? Link(string text) =>
        LinkAlone().Match(text) is { Success: true } match ? (Of(match.Groups[1].Value), match.Groups[2].Value) : null;

    [GeneratedRegex(@"`(?<code>[^`]+)`|\[(?<link>(?:`[^`]*`|[^\]`])+)\]\([^)]*\)|\*\*(?<strong>[^*]+)\*\*|(?<![*\w])\*(?<stress>[^*\s](?:[^*]*[^*\s])?)\*(?![*\w])")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\[((?:`[^`]*`|[^\]`])+)\]\(([^)]+)\)$")]
    private static partial Regex LinkAlone();
}
