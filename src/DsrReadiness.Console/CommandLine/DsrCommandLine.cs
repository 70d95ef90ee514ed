using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using DsrReadiness.Console.Commands;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;

namespace DsrReadiness.Console.CommandLine;

/// <summary>The commands there are, and the reading of arguments against them.</summary>
internal sealed class DsrCommandLine
{
    /// <summary>Response files are off: @name is the name of a file like any other.</summary>
    private static readonly ParserConfiguration s_configuration = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private readonly RootCommand _root = new();
    private readonly Option<bool> _help = new("--help", "-h", "-?", "/?") { Arity = ArgumentArity.Zero, Recursive = true };
    private readonly Option<bool> _version = new("--version") { Arity = ArgumentArity.Zero };
    private readonly DsrCommand[] _commands;
    private readonly ConsoleHost _host;

    public DsrCommandLine(ConsoleHost host, Messages messages)
    {
        _host = host;
        _commands =
        [
            new TestCommand(host, messages), new PlanCommand(host, messages), new PathCommand(host, messages), new ScriptCommand(host, messages), new NetshCommand(host, messages),
            new CompareCommand(host, messages), new RedactCommand(host, messages), new ConnectCommand(host, messages), new DemoCommand(host, messages),
        ];
        _root.Options.Clear();
        _root.Directives.Clear();
        _root.Add(_help);
        _root.Add(_version);
        foreach (DsrCommand command in _commands)
        {
            if (command.Files is { } files)
                command.Add(files);
            foreach (Option option in command.Groups.SelectMany(group => group.Options))
                command.Add(option);
            _root.Add(command);
        }
    }

    /// <summary>Reads the arguments, and returns what is to be done.</summary>
    /// <exception cref="UsageException">They make no sense.</exception>
    public Func<int> Parse(IReadOnlyList<string> arguments)
    {
        ParseResult parsed = _root.Parse(arguments, s_configuration);
        var command = parsed.CommandResult.Command as DsrCommand;
        if (parsed.GetValue(_help))
            return () => App.Show(command is null ? HelpText.Root(_commands) : HelpText.Of(command), _host);
        var given = new Given(parsed);
        given.Errors.AddRange(ParseErrors.Describe(parsed, command?.Files));
        if (command is null)
        {
            string[] all = [.. _commands.Select(each => each.FullName)];
            return given.Errors.Count == 0 && parsed.GetValue(_version) ? () => App.Show("dsr " + App.Version() + "\n", _host)
                : throw new UsageException("dsr", given.Errors.Count > 0 ? given.Errors : [$"Say what to do: {string.Join(", ", all[..^1])} or {all[^1]}."]);
        }

        if (given.Errors.Count == 0)
            given.Errors.AddRange(parsed.Errors.Select(error => error.Message));
        Func<int>? work = given.Errors.Count == 0 ? command.Read(given) : null;
        return given.Errors.Count == 0 && work is not null ? work : throw new UsageException(command.FullName, given.Errors);
    }
}
