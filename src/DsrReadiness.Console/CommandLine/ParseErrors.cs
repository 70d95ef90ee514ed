using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What the parser found wrong, in words that name the value and say what would do.</summary>
internal static class ParseErrors
{
    /// <param name="parsed">The arguments, parsed.</param>
    /// <param name="files">The argument that takes file names, if the command has one.</param>
    public static IEnumerable<string> Describe(ParseResult parsed, Argument<string[]>? files)
    {
        Command command = parsed.CommandResult.Command;
        foreach (string unknown in parsed.UnmatchedTokens)
        {
            yield return command is RootCommand
                ? $"There is no command '{unknown}': the commands are {Listed([.. command.Subcommands.Select(each => each.Name)])}."
                : $"Unrecognized argument '{unknown}'.";
        }

        foreach (OptionResult option in parsed.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().Distinct())
        {
            yield return option.Tokens.Count == 0
                ? option.Option.Name + " is given without a value."
                : $"{option.Option.Name} is given {option.Tokens.Count} times, and only once makes sense.";
        }

        foreach (string taken in OptionsTakenForValues(parsed, files))
            yield return taken;
    }

    private static string Listed(string[] names) => string.Join(", ", names[..^1]) + " and " + names[^1];

    /// <summary>The parser takes an option that it does not know for a file, and one that it knows for a value.</summary>
    private static IEnumerable<string> OptionsTakenForValues(ParseResult parsed, Argument<string[]>? files)
    {
        int afterDashes = parsed.Tokens.Reverse().TakeWhile(token => token.Type != TokenType.DoubleDash).Count();
        if (afterDashes == parsed.Tokens.Count)
            afterDashes = 0;
        IReadOnlyList<Token> given = (files is null ? null : parsed.GetResult(files)?.Tokens) ?? [];
        foreach (Token token in given.Take(given.Count - afterDashes))
        {
            if (token.Value.StartsWith('-') && token.Value != DsrCommand.StandardInput)
                yield return $"There is no option '{token.Value}'. (For a file of that name write ./{token.Value}.)";
        }

        foreach (OptionResult option in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            if (option.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } value)
                yield return $"{option.Option.Name} is given without a value: '{value.Value}' follows it.";
        }
    }
}
