using System;

namespace DsrReadiness.Snapshots;

/// <summary>The command line of a service, of which the program is all that anybody wants to know.</summary>
internal static class ServiceCommandLine
{
    private const string Extension = ".exe";

    /// <summary>The program's path; null if it cannot be told from its arguments. Without quotes it ends with the first <c>.exe</c> that ends a word.</summary>
    public static string? ProgramOf(string commandLine)
    {
        string text = commandLine.Trim();
        if (text.StartsWith("\"", StringComparison.Ordinal))
        {
            int end = text.IndexOf('"', 1);
            return end > 1 ? text.Substring(1, end - 1) : null;
        }

        for (int at = 0; (at = text.IndexOf(Extension, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += Extension.Length;
            if (at == text.Length || char.IsWhiteSpace(text[at]))
                return text.Substring(0, at);
        }

        return null;
    }
}
