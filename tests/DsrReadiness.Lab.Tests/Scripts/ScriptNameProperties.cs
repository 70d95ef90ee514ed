using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DsrReadiness.Desired;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;
using DsrReadiness.Text;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>Whatever an interface is called, its name is one quoted word of a script and changes nothing else in it; or the script is refused.</summary>
[Trait("Tier", "Slow")]
public sealed class ScriptNameProperties
{
    private const int Names = 100_000;
    private const string SomeIndex = "424242";
    private static readonly string[] s_pieces =
    [
        "\"", "'", "&", "|", "<", ">", "^", "%", "%PATH%", "!", "!x!", "(", ")", "\n", "\r", "\t", "\0", "$(", "$x", "`", "@", "#", ";", ",", "=", "store=active", "\\", "/", "*", "?", "[", "]",
        "\u2018", "\u2019", "\u201A", "\u201B", "\u201C", "\u201D", "\u0085", "\u2028", "\u202E", "\u0412", "\u00E9", "\uD83D\uDE00", "\uD800", "12", "0", " ", "net", "loopback", "& calc", "\" & calc & \"", "'; calc; '", "rem", "||", "&&",
    ];

    [Fact]
    public void No_name_leaves_its_quotes_in_a_batch_file()
    {
        string[] byName = Cmd("plain");
        string[] byIndex = Cmd(SomeIndex);
        int written = 0;
        foreach (string name in Random().Take(Names))
        {
            string[] lines;
            try
            {
                lines = Cmd(name);
            }
            catch (ScriptRefusedException refused)
            {
                Assert.Contains("index", refused.Recommendation + refused.Reason, StringComparison.Ordinal);
                continue;
            }

            written++;
            bool isIndex = uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out uint index) && index > 0;
            string[] skeleton = isIndex ? byIndex : byName;
            string placeholder = isIndex ? SomeIndex : "plain";
            string instead = isIndex ? index.ToString(CultureInfo.InvariantCulture) : name;
            Assert.Equal(skeleton.Length, lines.Length);
            for (int i = 0; i < lines.Length; i++)
            {
                if (lines[i] == skeleton[i])
                    continue;
                CmdLine.Token[] expected = CmdLine.Split(skeleton[i]).SelectMany(tokens => tokens).ToArray();
                CmdLine.Token[] actual = CmdLine.Split(lines[i]).SelectMany(tokens => tokens).ToArray();
                Assert.Equal(expected.Select(token => token.Text.Replace(placeholder, instead, StringComparison.Ordinal)), actual.Select(token => token.Text));
                Assert.All(actual.Where((_, at) => expected[at].Text == placeholder), token => Assert.True(token.IsQuoted || isIndex));
            }
        }

        Assert.InRange(written, Names / 100, Names);
    }

    [Fact]
    public void No_name_leaves_its_quotes_in_PowerShell()
    {
        foreach (string name in Random().Take(Names))
        {
            string quoted = PowerShellText.Quote(name);
            Assert.True(quoted.All(c => c is >= ' ' and <= '~'), quoted);
            Assert.Equal(name, ReadPowerShell(quoted));
        }
    }

    [Fact]
    public void A_PowerShell_script_with_any_name_is_the_same_but_for_it()
    {
        string skeleton = PowerShell("plain");
        foreach (string name in Random().Take(2_000).Where(name => !uint.TryParse(name, out _)))
            Assert.Equal(skeleton.Replace("'plain'", PowerShellText.Quote(name), StringComparison.Ordinal), PowerShell(name));
    }

    private static string[] Cmd(string name) => ScriptMaker.Make(Request(name, ScriptLanguage.Cmd)).Split("\r\n");

    private static string PowerShell(string name) => ScriptMaker.Make(Request(name, ScriptLanguage.PowerShell));

    private static ScriptRequest Request(string name, ScriptLanguage language) => new()
    {
        Release = ScriptRelease.Server2019,
        Language = language,
        Service = ScriptLab.Service(ScriptLab.IPv4),
        Loopback = name,
    };

    /// <summary>Names from short pieces that some shell gives a meaning, and from any characters.</summary>
    private static IEnumerable<string> Random()
    {
        var random = new Random(20261125);
        while (true)
        {
            var name = new StringBuilder();
            int pieces = random.Next(1, 7);
            for (int i = 0; i < pieces; i++)
            {
                _ = random.Next(3) switch
                {
                    0 => name.Append(s_pieces[random.Next(s_pieces.Length)]),
                    1 => name.Append((char)random.Next(' ', 127)),
                    _ => name.Append((char)random.Next('a', 'z' + 1)),
                };
            }

            if (!string.Equals(name.ToString(), "net", StringComparison.OrdinalIgnoreCase))
                yield return name.ToString();
        }
    }

    /// <summary>Reads a string expression as PowerShell does: literals in single quotes, where two of them are one, and numbers of characters, added up.</summary>
    private static string ReadPowerShell(string expression)
    {
        string text = expression.StartsWith('(') ? expression[1..^1] : expression;
        var value = new StringBuilder();
        int i = 0;
        while (true)
        {
            if (text[i] == '\'')
            {
                for (i++; ; i++)
                {
                    if (text[i] != '\'')
                    {
                        value.Append(text[i]);
                        continue;
                    }

                    if (i + 1 < text.Length && text[i + 1] == '\'')
                    {
                        value.Append('\'');
                        i++;
                        continue;
                    }

                    i++;
                    break;
                }
            }
            else
            {
                Assert.Equal("[char]0x", text.Substring(i, 8));
                value.Append((char)Convert.ToInt32(text.Substring(i + 8, 4), 16));
                i += 12;
            }

            if (i == text.Length)
                return value.ToString();
            Assert.Equal(" + ", text.Substring(i, 3));
            i += 3;
        }
    }
}
