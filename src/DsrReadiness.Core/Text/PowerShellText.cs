using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DsrReadiness.Text;

/// <summary>
/// Text for PowerShell: single quotes, and whatever is not printable ASCII by its number. So the script means the same in every encoding that it may be
/// saved and read in: a typographic quote, or a byte that becomes one, never stands in it.
/// </summary>
internal static class PowerShellText
{
    public static string Quote(string text)
    {
        var parts = new List<string>();
        var literal = new StringBuilder();
        void Flush()
        {
            if (literal.Length > 0)
                parts.Add("'" + literal + "'");
            literal.Clear();
        }

        foreach (char c in text)
        {
            if (c is >= ' ' and <= '~')
            {
                literal.Append(c == '\'' ? "''" : c.ToString());
                continue;
            }

            Flush();
            parts.Add("[char]0x" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        Flush();
        return parts.Count switch
        {
            0 => "''",
            1 when parts[0][0] == '\'' => parts[0],
            _ => "(''" + " + " + string.Join(" + ", parts) + ")",
        };
    }
}
