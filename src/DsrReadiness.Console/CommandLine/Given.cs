using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using DsrReadiness.Services;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What was given to a command, and what its texts mean. What is wrong is gathered, to be said at once.</summary>
internal sealed class Given(ParseResult parsed)
{
    private const string AnyValue = "its value";

    public List<string> Errors { get; } = [];

    public bool Has(Option option) => parsed.GetResult(option) is not null;

    public bool Is(Option<bool> option) => parsed.GetValue(option);

    public string? Value(Option<string> option) => parsed.GetValue(option);

    /// <summary>The text of an option; null if it was not given.</summary>
    /// <param name="option">The option.</param>
    /// <param name="what">What to give instead of a blank.</param>
    public string? Text(Option<string> option, string what = AnyValue)
    {
        string? text = parsed.GetValue(option);
        if (text is not null && string.IsNullOrWhiteSpace(text))
            Errors.Add($"{option.Name} is given but blank: give {what}, or leave it out.");
        return text;
    }

    public string[] Texts(Option<string[]> option) => parsed.GetValue(option) ?? [];

    public string? Output(Option<string> option) => Text(option, "the name of the file to write");

    public T[] Each<T>(Option<string[]> option, Func<string, T> read)
        where T : class => [.. Texts(option).Select(text => Try(option, text, read)).OfType<T>()];

    public T? One<T>(Option<string> option, Func<string, T> read)
        where T : class => parsed.GetValue(option) is { } text ? Try(option, text, read) : null;

    /// <summary>A value by name alone: the framework would also read numbers and lists.</summary>
    /// <param name="option">The option.</param>
    /// <param name="refuse">What to say of a text that names none, given the names there are.</param>
    /// <param name="values">The values; none for all of the type.</param>
    public T? Named<T>(Option<string> option, Func<string[], string> refuse, params T[] values)
        where T : struct, Enum
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        T[] all = values.Length > 0 ? values : Enum.GetValues<T>();
        foreach (T value in all.Where(value => string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase)))
            return value;
        Errors.Add($"{option.Name}: '{text}' {refuse([.. all.Select(value => value.ToString())])}.");
        return null;
    }

    /// <summary>A format that the command can write, of which the first is for people and the default.</summary>
    public OutputFormat Format(Option<string> option, params OutputFormat[] formats) => Named(
        option,
        names => $"is not a format: write {string.Join(", ", names[..^1])} or {names[^1]}".ToLowerInvariant(),
        formats) ?? formats[0];

    /// <summary>The files of a command that takes any number.</summary>
    public string[] Files(Argument<string[]> files) => Files(
        files, count => count > 0, "The snapshot is missing: give a file, a pattern such as \"snapshots/*.json\", or - for standard input.");

    /// <param name="files">The argument.</param>
    /// <param name="isRight">Tells whether there are as many as there must be.</param>
    /// <param name="otherwise">What to say if there are not.</param>
    public string[] Files(Argument<string[]> files, Func<int, bool> isRight, string otherwise)
    {
        string[] names = parsed.GetValue(files) ?? [];
        if (!isRight(names.Length))
            Errors.Add(otherwise);
        if (names.Count(name => name == DsrCommand.StandardInput) > 1)
            Errors.Add("'-' is given more than once: standard input can be read once only.");
        if (names.Any(string.IsNullOrWhiteSpace))
            Errors.Add("A file is given but blank: give its name.");
        return names;
    }

    private T? Try<T>(Option option, string text, Func<string, T> read)
        where T : class
    {
        try
        {
            return read(text);
        }
        catch (ServiceDefinitionException e)
        {
            Errors.Add(option.Name + ": " + e.Message);
            return null;
        }
    }
}
