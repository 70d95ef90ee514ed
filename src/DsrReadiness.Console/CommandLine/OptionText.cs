using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using DsrReadiness.Services;

namespace DsrReadiness.Console.CommandLine;

/// <summary>How the texts of options become what they stand for; what is wrong is added to the errors.</summary>
internal static class OptionText
{
    public static Option<string[]> Repeatable(string name) => new(name) { Arity = ArgumentArity.OneOrMore };

    public static T[] Each<T>(ParseResult parsed, Option<string[]> option, Func<string, T> read, List<string> errors)
        where T : class =>
        [.. (parsed.GetValue(option) ?? []).Select(text => Read(option, text, read, errors)).OfType<T>()];

    public static T? One<T>(ParseResult parsed, Option<string> option, Func<string, T> read, List<string> errors)
        where T : class =>
        parsed.GetValue(option) is { } text ? Read(option, text, read, errors) : null;

    private static T? Read<T>(Option option, string text, Func<string, T> read, List<string> errors)
        where T : class
    {
        try
        {
            return read(text);
        }
        catch (ServiceDefinitionException e)
        {
            errors.Add(option.Name + ": " + e.Message);
            return null;
        }
    }
}
