using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Text;

namespace DsrReadiness.Completion;

/// <summary>Makes completions of words.</summary>
internal static class Words
{
    /// <summary>The words that begin as what is typed, quoted where PowerShell would not take them as they are.</summary>
    public static IEnumerable<CompletionResult> Complete(string? typed, IEnumerable<Word> words) => Begin(typed, words)
        .Select(word => new CompletionResult(Quote(word.Text), SafeText.Of(word.Shown), CompletionResultType.ParameterValue, SafeText.Of(word.Tip)));

    /// <summary>The words that begin as what is typed, which may have an opening quote.</summary>
    public static IEnumerable<Word> Begin(string? typed, IEnumerable<Word> words)
    {
        string start = (typed ?? string.Empty).Trim('\'', '"');
        return words.Where(word => (start.Length > 0 || word.IsShownUnasked) && word.Text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Names come from servers: whatever is not plainly a word becomes a literal string, in which nothing is expanded.</summary>
    public static string Quote(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '.' or ':' or '_') && char.IsLetterOrDigit(text[0])
        ? text
        : "'" + string.Concat(text.Select(c => IsSingleQuote(c) ? new string(c, 2) : c.ToString())) + "'";

    /// <summary>PowerShell takes these typographic quotes for a single quote.</summary>
    private static bool IsSingleQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b';
}
