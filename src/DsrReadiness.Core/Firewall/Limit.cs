using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Firewall;

/// <summary>Reads conditions that limit a rule only if they are set.</summary>
internal static class Limit
{
    /// <summary>What Windows writes where there is no limit.</summary>
    public const string Any = "Any";

    /// <summary>NULL, an empty text and Any are no limit.</summary>
    public static Answer Of(Field<string> field, string property, Match match, Func<string, string> clause)
    {
        if (field.IsNull)
            return Answer.Yes;
        if (!field.TryGet(out string text))
            return Answer.Unknown(property, field);
        return text.Length == 0 || string.Equals(text, Any, StringComparison.OrdinalIgnoreCase)
            ? Answer.Yes
            : new Answer(match, clause(ServerText.Short(text)));
    }
}
