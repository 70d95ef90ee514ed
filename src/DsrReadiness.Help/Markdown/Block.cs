namespace DsrReadiness.Help.Markdown;

/// <summary>What a block of a page is.</summary>
internal enum BlockKind
{
    Heading,
    Paragraph,
    Bullet,
    Code,
    Comment,
}

/// <summary>A block of a page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">What it says, without marks and in one line but for code.</param>
/// <param name="Level">The level of a heading.</param>
/// <param name="Language">The language of code.</param>
internal sealed record Block(BlockKind Kind, int Line, string Text, int Level = 0, string Language = "")
{
    /// <summary>Where a text leads that is one link; null for any other.</summary>
    public string? Target { get; init; }
}
