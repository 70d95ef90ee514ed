using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;

namespace DsrReadiness.Console.CommandLine;

/// <summary>The options that say what script is wanted.</summary>
internal sealed class ScriptOptions
{
    private readonly Option<string> _release = new("--for");
    private readonly Option<string> _language = new("--language");
    private readonly Option<bool> _undo = new("--undo") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _verify = new("--verify") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _prefix = new("--prefix-length");

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _release, _language, _undo, _verify, _prefix })
            command.Add(option);
    }

    /// <summary>Reads the options; what is wrong is added to the errors.</summary>
    public (ScriptRelease Release, ScriptLanguage? Language, ScriptPart Part, int? PrefixLength) Read(ParseResult parsed, List<string> errors)
    {
        ScriptRelease? release = Named<ScriptRelease>(parsed, _release, errors);
        if (parsed.GetResult(_release) is null)
            errors.Add($"The release of Windows is missing: give it as --for {nameof(ScriptRelease.Server2008R2)}, one of {List<ScriptRelease>()}.");
        ScriptLanguage? language = Named<ScriptLanguage>(parsed, _language, errors);
        bool undo = parsed.GetValue(_undo);
        bool verify = parsed.GetValue(_verify);
        if (undo && verify)
            errors.Add("--undo and --verify are two scripts: give one of them.");
        int? prefix = null;
        if (parsed.GetValue(_prefix) is { } text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length is >= 1 and <= 31)
                prefix = length;
            else
                errors.Add($"--prefix-length: '{text}' is not the prefix length of an IPv4 subnet: write one such as 24.");
        }

        return (release ?? default, language, undo ? ScriptPart.Undo : verify ? ScriptPart.Verify : ScriptPart.Change, prefix);
    }

    private static T? Named<T>(ParseResult parsed, Option<string> option, List<string> errors)
        where T : struct, Enum
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        errors.Add($"{option.Name}: '{text}' is none of {List<T>()}.");
        return null;
    }

    private static string List<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>());
}
