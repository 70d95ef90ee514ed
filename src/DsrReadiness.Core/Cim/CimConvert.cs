using System.Collections.Generic;
using System.Globalization;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim;

/// <summary>
/// Reads raw values as typed ones. Raw values are those of <see cref="CimRow"/>. A text that holds the value is accepted too,
/// since serialisers of CIM instances write some numbers and booleans as text.
/// </summary>
internal static class CimConvert
{
    public static Field<bool> ToBoolean(object raw) => raw switch
    {
        bool value => new Field<bool>(value),
        string text when bool.TryParse(text, out bool value) => new Field<bool>(value),
        _ => Field<bool>.Malformed(raw),
    };

    public static Field<uint> ToUInt32(object raw, uint maximum) =>
        TryToInt64(raw, out long value) && value >= 0 && value <= maximum ? new Field<uint>((uint)value) : Field<uint>.Malformed(raw);

    public static Field<string> ToText(object raw) => raw switch
    {
        string text => new Field<string>(text),
        long number => new Field<string>(number.ToString(CultureInfo.InvariantCulture)),
        _ => Field<string>.Malformed(raw),
    };

    /// <summary>An array of texts; a single text stands for an array of one.</summary>
    public static Field<IReadOnlyList<string>> ToTexts(object raw)
    {
        if (raw is not object?[] items)
            return ToText(raw).TryGet(out string text) ? new Field<IReadOnlyList<string>>([text]) : Field<IReadOnlyList<string>>.Malformed(raw);
        string[] texts = new string[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i] is not { } item || !ToText(item).TryGet(out texts[i]))
                return Field<IReadOnlyList<string>>.Malformed(items[i] ?? "NULL");
        }

        return new Field<IReadOnlyList<string>>(texts);
    }

    public static Field<IPAddress> ToAddress(object raw) =>
        raw is string text && AddressText.TryParse(text, out IPAddress? address) ? new Field<IPAddress>(address) : Field<IPAddress>.Malformed(raw);

    public static bool TryToInt64(object raw, out long value)
    {
        if (raw is long number)
        {
            value = number;
            return true;
        }

        value = 0;
        return raw is string text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
