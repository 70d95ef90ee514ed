namespace DsrReadiness.Text;

/// <summary>Whether text carries colour. Who writes to a terminal knows; this is only told.</summary>
internal enum TextStyle
{
    Plain,
    Ansi,
}

/// <summary>What a piece of text is, for which a style has a colour.</summary>
internal enum Ink
{
    Strong,
    Faint,
    Good,
    Bad,
    Warning,
    Unknown,
}

internal static class TextStyleExtensions
{
    public static string Paint(this TextStyle style, Ink ink, string text) =>
        style == TextStyle.Plain || text.Length == 0 ? text : "\u001b[" + Code(ink) + "m" + text + "\u001b[0m";

    private static string Code(Ink ink) => ink switch
    {
        Ink.Strong => "1",
        Ink.Faint => "2",
        Ink.Good => "1;32",
        Ink.Bad => "1;31",
        Ink.Warning => "1;33",
        _ => "1;36",
    };
}
