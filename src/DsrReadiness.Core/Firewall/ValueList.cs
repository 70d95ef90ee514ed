using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Text;

namespace DsrReadiness.Firewall;

/// <summary>Reads one text of a rule's list; false if it is no such value.</summary>
internal delegate bool TryRead<T>(string text, out T value);

/// <summary>A list of a rule's addresses or ports, as far as it can be read.</summary>
/// <param name="IsAny">True if the list is no limit.</param>
/// <param name="Values">What could be read.</param>
/// <param name="Keywords">Words that stand for values which Windows finds out as it runs.</param>
/// <param name="Unreadable">What stands where a value could not be read, or null. The list may then hold anything beside what was read.</param>
internal sealed record ValueList<T>(bool IsAny, IReadOnlyList<T> Values, IReadOnlyList<string> Keywords, string? Unreadable)
{
    private static readonly ValueList<T> s_any = new(true, [], [], null);

    /// <summary>Reads a list. NULL, an empty list and Any are no limit.</summary>
    public static ValueList<T> Read(Field<IReadOnlyList<string>> field, TryRead<T> tryRead, ISet<string> knownKeywords)
    {
        if (field.IsNull)
            return s_any;
        if (!field.TryGet(out IReadOnlyList<string> texts))
            return new ValueList<T>(false, [], [], ServerText.Short(field.ToString()));
        if (texts.Count == 0 || (texts.Count == 1 && IsAnyWord(texts[0])))
            return s_any;
        bool isAny = false;
        var values = new List<T>(texts.Count);
        List<string>? keywords = null;
        string? unreadable = null;
        foreach (string text in texts)
        {
            if (IsAnyWord(text))
                isAny = true;
            else if (tryRead(text, out T value))
                values.Add(value);
            else if (knownKeywords.Contains(text))
                (keywords ??= []).Add(text);
            else
                unreadable ??= "unreadable ('" + ServerText.Short(text) + "')";
        }

        return new ValueList<T>(isAny, values, keywords ?? [], unreadable);
    }

    private static bool IsAnyWord(string text) => string.Equals(text, Limit.Any, StringComparison.OrdinalIgnoreCase);

    /// <summary>The values and keywords for people, the first few of them.</summary>
    public override string ToString()
    {
        var texts = new List<string>();
        foreach (T value in Values)
            texts.Add(value?.ToString() ?? string.Empty);
        texts.AddRange(Keywords);
        return Wording.Some(texts);
    }
}
