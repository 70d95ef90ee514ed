namespace DsrReadiness.Firewall;

/// <summary>Keeps text from a server short enough for a sentence: a name may be of any length.</summary>
internal static class ServerText
{
    private const int Longest = 100;

    public static string Short(string text)
    {
        if (text.Length <= Longest)
            return text;
        int length = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text.Substring(0, length) + "...";
    }
}
