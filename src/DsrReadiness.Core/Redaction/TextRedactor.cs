using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Redaction;

/// <summary>
/// Disguises one text after the other. What checks, paths and plans tell texts by stays true of the disguises: equal ignoring case or not, blank or not, one of the known words or
/// not, an address or not.
/// </summary>
internal sealed class TextRedactor(Pseudonyms pseudonyms)
{
    private const string Host = "n"; // so that a name stays short enough for NetBIOS and never looks like a number
    private const int LongestHostName = 253;
    private const string Value = "value";
    private const string Zone = "z";
    private const string Rule = "rule";
    private readonly ProgramRedactor _programs = new(pseudonyms);
    private const string LoopbackMac = "02004C4F4F50"; // KM-TEST's, on every computer
    private static readonly char[] s_betweenWords = [' ', '(', ')', ',', ';', '[', ']', '\'', '"', '/', '\\', '%'];

    /// <summary>Ids that plans of this project give: the VIP, and what the rule lets in.</summary>
    private static readonly Regex s_ownRule = Pattern(@"\A(?<own>DsrReadiness-[0-9a-fA-F.:]+-)(?<what>(tcp|udp)-[0-9]+(-[0-9]+)*|ICMP-echo(-[0-9]+)?)?(?<rest>.*)\z", RegexOptions.Singleline | RegexOptions.IgnoreCase);

    /// <summary>Texts that Windows looks up in a file of its own firewall, and the names that plans of this project give.</summary>
    private static readonly Regex s_ownText = Pattern(
        @"\A(DsrReadiness|@(%(SystemRoot|windir)%\\system32\\)?firewallapi\.dll,-[0-9]{1,6}|DSR (tcp/[0-9-]+|udp/[0-9-]+|ICMP echo) to [0-9a-fA-F.:]+)\z", RegexOptions.IgnoreCase);

    public string Redact(RedactionKind disguise, string text) => string.IsNullOrWhiteSpace(text) ? text : disguise switch
    {
        RedactionKind.Words => Words(text),
        RedactionKind.HostName => HostName(text),
        RedactionKind.Alias => Alias(text),
        RedactionKind.Guid => Guid(text),
        RedactionKind.Mac => Mac(text),
        RedactionKind.Device => Device(text),
        RedactionKind.RuleId => RuleId(text),
        RedactionKind.Program => _programs.Path(text),
        RedactionKind.CommandLine => _programs.CommandLine(text),
        RedactionKind.Registry => RegistryPlace(text),
        RedactionKind.RuleText => s_ownText.IsMatch(text) ? text : pseudonyms.Word(Rule, text),
        _ => KnownWords.Contain(text) ? text : pseudonyms.Word(Noun(disguise), text),
    };

    /// <summary>Label by label, so that a host stays within its domain. What is too long for a name is none.</summary>
    public string HostName(string text) => text.Length > LongestHostName ? Host + pseudonyms.Hex(Host, text) : string.Join(".", text.Split('.').Select(label => label.Length == 0 ? label : Host + pseudonyms.Hex(Host, label)));

    /// <summary>A pattern that texts of servers are held against. Tests hold what each costs to the length of the text; should one run away all the same, that is an error and no standstill.</summary>
    internal static Regex Pattern(string text, RegexOptions options = RegexOptions.None) =>
        new(text, options | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(5));

    private static string Noun(RedactionKind disguise) => disguise.ToString().ToLowerInvariant();

    private static bool MayBeAPattern(string alias) => alias.All(char.IsDigit) || alias.IndexOfAny(['*', '?', '{']) >= 0
        || alias.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || System.Guid.TryParse(alias, out _);

    private string Words(string text)
    {
        var redacted = new StringBuilder(text.Length);
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOfAny(s_betweenWords, start);
            end = end < 0 ? text.Length : end;
            string word = text.Substring(start, end - start);
            bool isZone = start > 0 && text[start - 1] == '%'; // of an IPv6 address; a dash would make a range of it
            redacted.Append(isZone && !IsKnown(word) ? Zone + pseudonyms.Hex(Zone, word) : WithPort(word));
            if (end < text.Length)
                redacted.Append(text[end]);
            start = end + 1;
        }

        return KnownWords.Contain(text) ? text : redacted.ToString();
    }

    private static bool IsKnown(string word) => word.Length == 0 || PlainValue.Is(word) || KnownWords.Contain(word);

    /// <summary>A word, of which a port behind a colon stays.</summary>
    private string WithPort(string word)
    {
        if (IsKnown(word))
            return word;
        int colon = word.LastIndexOf(':');
        string rest = word.Substring(colon + 1);
        string host = colon < 0 ? word : word.Substring(0, colon);
        return colon >= 0 && rest.Length > 0 && PlainValue.Is(rest) && (host.Length == 0 || host.IndexOf(':') < 0)
            ? (IsKnown(host) ? host : pseudonyms.Word(Value, host)) + ":" + rest
            : pseudonyms.Word(Value, word);
    }

    /// <summary>An alias in a rule may be a pattern, a GUID or a number, of which nobody knows what it means; it stays one of these.</summary>
    private string Alias(string text)
    {
        bool isOfKnownWords = text.Split([' ', '-', '(', ')', '*'], StringSplitOptions.RemoveEmptyEntries)
            .All(word => KnownWords.AreOfAliases(word) || word.All(c => c is >= '0' and <= '9'));
        return isOfKnownWords ? text : (MayBeAPattern(text) ? "*" : string.Empty) + pseudonyms.Word("interface", text);
    }

    private string Guid(string text)
    {
        if (!System.Guid.TryParseExact(text, "B", out System.Guid guid) && !System.Guid.TryParseExact(text, "D", out guid))
            return pseudonyms.Word("guid", text);
        byte[] bytes = pseudonyms.Bytes("guid", guid.ToString("D")).Take(16).ToArray();
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40); // version 4, random
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        string other = new System.Guid(bytes).ToString("D").ToUpperInvariant();
        return text[0] == '{' ? "{" + other + "}" : other;
    }

    /// <summary>Checks compare the digits alone, and take one of zeros for none. Group addresses are made of the IP addresses that stay.</summary>
    private string Mac(string text)
    {
        string digits = string.Concat(text.Where(Uri.IsHexDigit)).ToUpperInvariant();
        if (digits.Trim('0').Length == 0)
            return digits;
        bool isOfAddress = digits.Length == 12 && (digits.StartsWith("01005E", StringComparison.Ordinal) || digits.StartsWith("3333", StringComparison.Ordinal));
        if (isOfAddress || digits is LoopbackMac or "FFFFFFFFFFFF")
            return digits;
        byte[] bytes = pseudonyms.Bytes("mac", digits);
        string first = ((bytes[0] & 0xFC) | 0x02).ToString("X2", CultureInfo.InvariantCulture); // one host's, locally administered
        return first + Pseudonyms.ToHex(bytes, 6).Substring(2).ToUpperInvariant();
    }

    private string Device(string text) => text.StartsWith(@"ROOT\", StringComparison.OrdinalIgnoreCase) ? Words(text) : @"DEVICE\" + pseudonyms.Hex("device", text);

    private string RegistryPlace(string text)
    {
        if (KnownWords.Contain(text))
            return text;
        return text.StartsWith(RegistryNames.Services, StringComparison.OrdinalIgnoreCase) && text.IndexOf('\\', RegistryNames.Services.Length) < 0
            ? RegistryNames.Services + Redact(RedactionKind.Service, text.Substring(RegistryNames.Services.Length))
            : pseudonyms.Word(Noun(RedactionKind.Registry), text);
    }

    private string RuleId(string text)
    {
        Match own = s_ownRule.Match(text);
        if (!own.Success)
            return pseudonyms.Word(Rule, text);
        string rest = own.Groups["rest"].Value;
        return rest.Length == 0 ? text : own.Groups["own"].Value + pseudonyms.Word(Rule, rest);
    }
}
