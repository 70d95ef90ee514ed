using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using DsrReadiness.Releases;

namespace DsrReadiness.Console.CommandLine;

/// <summary>The commands and options there are, and the reading of arguments against them.</summary>
internal sealed class DsrCommandLine
{
    /// <summary>Response files are off: @name is the name of a file like any other.</summary>
    private static readonly ParserConfiguration s_configuration = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private readonly RootCommand _root = new();
    private readonly Command _test = new("test");
    private readonly Command _plan = new("plan");
    private readonly Command _path = new("path");
    private readonly Command _script = new("script");
    private readonly Command _netsh = new("netsh");
    private readonly Command _compare = new("compare");
    private readonly Command _redact = new("redact");
    private readonly Command _connect = new("connect");
    private readonly Command _demo = new("demo");
    private readonly Option<bool> _help = new("--help", "-h", "-?", "/?") { Arity = ArgumentArity.Zero, Recursive = true };
    private readonly Option<bool> _version = new("--version") { Arity = ArgumentArity.Zero };
    private readonly ServiceOptions _service = new();
    private readonly Argument<string[]> _files = new("FILE") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _strict = new("--strict") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _earlier = new("--earlier");
    private readonly Option<bool> _pool = new("--pool") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _format = new("--format");
    private readonly Option<string> _output = new("--output");
    private readonly Option<string> _loopback = new("--loopback");
    private readonly ScriptOptions _scripts = new();
    private readonly NetshOptions _texts = new();
    private readonly ConnectOptions _connections = new();

    public DsrCommandLine()
    {
        _root.Options.Clear();
        _root.Directives.Clear();
        _root.Add(_help);
        _root.Add(_version);
        _test.Add(_files);
        _service.AddTo(_test);
        _test.Add(_earlier);
        _test.Add(_pool);
        _test.Add(_strict);
        _test.Add(_format);
        _test.Add(_output);
        _plan.Add(_files);
        _service.AddTo(_plan);
        _plan.Add(_loopback);
        _plan.Add(_format);
        _script.Add(_files);
        _service.AddTo(_script);
        _scripts.AddTo(_script);
        _script.Add(_loopback);
        _script.Add(_output);
        _path.Add(_files);
        _service.AddTo(_path);
        _path.Add(_format);
        _compare.Add(_files);
        _service.AddTo(_compare);
        _compare.Add(_format);
        _root.Add(_test);
        _root.Add(_plan);
        _root.Add(_path);
        _netsh.Add(_files);
        _texts.AddTo(_netsh);
        _netsh.Add(_output);
        _root.Add(_script);
        _root.Add(_netsh);
        _root.Add(_compare);
        _redact.Add(_files);
        _redact.Add(_output);
        _root.Add(_redact);
        _connections.AddTo(_connect);
        _root.Add(_connect);
        _root.Add(_demo);
    }

    /// <summary>The options of a command, for the test that holds the help to them.</summary>
    public IEnumerable<string> OptionNames(string command) =>
        _root.Subcommands.Single(each => each.Name == command).Options.Select(option => option.Name);

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="UsageException">They make no sense.</exception>
    public Request Parse(IReadOnlyList<string> arguments)
    {
        ParseResult parsed = _root.Parse(arguments, s_configuration);
        Command command = parsed.CommandResult.Command;
        if (parsed.GetValue(_help))
            return new Request.Text(Help(command));
        bool takesFiles = command == _test || command == _plan || command == _path || command == _script || command == _netsh || command == _compare
            || command == _redact;
        List<string> errors = ParseErrors.Describe(parsed, takesFiles ? _files : null).ToList();
        if (command != _root && errors.Count == 0)
            errors.AddRange(parsed.Errors.Select(error => error.Message));
        if (command == _root && errors.Count == 0)
        {
            return parsed.GetValue(_version)
                ? new Request.Version()
                : throw new UsageException("dsr", "Say what to do: dsr test, dsr plan, dsr path, dsr script, dsr netsh, dsr compare, dsr redact, dsr connect or dsr demo.");
        }

        if (command == _demo && errors.Count == 0)
            return new Request.Demo();
        Request? request = errors.Count > 0 ? null : command == _plan ? ReadPlan(parsed, errors)
            : command == _path ? ReadPath(parsed, errors)
            : command == _script ? ReadScript(parsed, errors)
            : command == _netsh ? ReadNetsh(parsed, errors)
            : command == _compare ? ReadCompare(parsed, errors)
            : command == _redact ? ReadRedact(parsed, errors)
            : command == _connect ? ReadConnect(parsed, errors)
            : ReadTest(parsed, errors);
        return request ?? throw new UsageException(command == _root ? "dsr" : "dsr " + command.Name, errors);
    }

    /// <summary>Reads a format: one of those that a command can write, of which the first is for people and the default.</summary>
    private static OutputFormat ReadFormat(string? text, List<string> errors, params OutputFormat[] formats)
    {
        if (text is null)
            return formats[0];
        foreach (OutputFormat format in formats)
        {
            if (string.Equals(format.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return format;
        }

        string[] names = [.. formats.Select(format => format.ToString().ToLowerInvariant())];
        errors.Add($"--format: '{text}' is not a format: write {string.Join(", ", names[..^1])} or {names[^1]}.");
        return formats[0];
    }

    private string Help(Command command) => command == _test ? HelpText.Test
        : command == _plan ? HelpText.Plan
        : command == _path ? HelpText.Path
        : command == _script ? HelpText.Script
        : command == _netsh ? HelpText.Netsh
        : command == _compare ? HelpText.Compare
        : command == _redact ? HelpText.Redact
        : command == _connect ? HelpText.Connect
        : command == _demo ? HelpText.Demo
        : HelpText.Root;

    private string[] ReadFiles(ParseResult parsed, List<string> errors)
    {
        string[] files = parsed.GetValue(_files) ?? [];
        if (files.Length == 0)
            errors.Add("The snapshot is missing: give a file, a pattern such as \"snapshots/*.json\", or - for standard input.");
        if (files.Count(file => file == FileArgument.StandardInput) > 1)
            errors.Add("'-' is given more than once: standard input can be read once only.");
        if (files.Any(string.IsNullOrWhiteSpace))
            errors.Add("A file is given but blank: give its name.");
        return files;
    }

    private string? ReadOutput(ParseResult parsed, List<string> errors)
    {
        string? output = parsed.GetValue(_output);
        if (output is not null && string.IsNullOrWhiteSpace(output))
            errors.Add("--output is given but blank: give the name of the file to write, or leave it out.");
        return output;
    }

    private Request.Plan? ReadPlan(ParseResult parsed, List<string> errors)
    {
        string[] files = ReadFiles(parsed, errors);
        OutputFormat format = ReadFormat(parsed.GetValue(_format), errors, OutputFormat.Table, OutputFormat.Json);
        string? loopback = parsed.GetValue(_loopback);
        if (loopback is not null && string.IsNullOrWhiteSpace(loopback))
            errors.Add("--loopback is given but blank: give the name of the adapter, or leave it out.");
        ServiceWish? services = _service.Read(parsed, errors);
        return errors.Count > 0 || services is null
            ? null
            : new Request.Plan(new PlanRequest { Services = services, Files = files, Format = format, Loopback = loopback });
    }

    private Request.Script? ReadScript(ParseResult parsed, List<string> errors)
    {
        string[] files = parsed.GetValue(_files) ?? [];
        if (files.Length > 1)
            errors.Add("A script is for one server: give one snapshot, or none.");
        if (files.Any(string.IsNullOrWhiteSpace))
            errors.Add("A file is given but blank: give its name.");
        (ScriptRelease release, Scripts.ScriptLanguage? language, Scripts.ScriptPart part, int? prefixLength) = _scripts.Read(parsed, errors);
        string? loopback = parsed.GetValue(_loopback);
        if (loopback is not null && string.IsNullOrWhiteSpace(loopback))
            errors.Add("--loopback is given but blank: give the name or index of the adapter, or leave it out.");
        string? output = ReadOutput(parsed, errors);
        ServiceWish? services = _service.Read(parsed, errors);
        return errors.Count > 0 || services is null
            ? null
            : new Request.Script(new ScriptWish
            {
                Services = services,
                File = files.FirstOrDefault(),
                Release = release,
                Language = language,
                Part = part,
                PrefixLength = prefixLength,
                Loopback = loopback,
                Output = output,
            });
    }

    private Request.Netsh? ReadNetsh(ParseResult parsed, List<string> errors)
    {
        string[] files = parsed.GetValue(_files) ?? [];
        if (files.Length > 1)
            errors.Add("The texts are of one server: give one snapshot, or none.");
        if (files.Any(string.IsNullOrWhiteSpace))
            errors.Add("A file is given but blank: give its name.");
        return _texts.Read(parsed, files.FirstOrDefault(), ReadOutput(parsed, errors), errors) is { } wish ? new Request.Netsh(wish) : null;
    }

    private Request.Compare? ReadCompare(ParseResult parsed, List<string> errors)
    {
        string[] files = parsed.GetValue(_files) ?? [];
        if (files.Length != 2)
            errors.Add("Two are compared: give the earlier snapshot and then the later one, or a pattern for each.");
        if (files.Any(string.IsNullOrWhiteSpace))
            errors.Add("A file is given but blank: give its name.");
        if (files.Count(file => file == FileArgument.StandardInput) > 1)
            errors.Add("'-' is given more than once: standard input can be read once only.");
        OutputFormat format = ReadFormat(parsed.GetValue(_format), errors, OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown);
        ServiceWish? services = _service.Read(parsed, errors);
        return errors.Count > 0 || services is null
            ? null
            : new Request.Compare(new CompareRequest { Services = services, Earlier = files[0], Later = files[1], Format = format });
    }

    private Request.Redact? ReadRedact(ParseResult parsed, List<string> errors)
    {
        string[] files = ReadFiles(parsed, errors);
        string? folder = parsed.GetValue(_output);
        if (string.IsNullOrWhiteSpace(folder))
            errors.Add("The folder is missing: give the folder for the redacted snapshots as --output FOLDER.");
        return errors.Count > 0 ? null : new Request.Redact(new RedactRequest { Files = files, Folder = folder! });
    }

    private Request.Connect? ReadConnect(ParseResult parsed, List<string> errors) =>
        _connections.Read(parsed, errors) is { } request ? new Request.Connect(request) : null;

    private Request.Path? ReadPath(ParseResult parsed, List<string> errors)
    {
        string[] files = ReadFiles(parsed, errors);
        OutputFormat format = ReadFormat(parsed.GetValue(_format), errors, OutputFormat.Table, OutputFormat.Json);
        ServiceWish? services = _service.Read(parsed, errors);
        return errors.Count > 0 || services is null
            ? null
            : new Request.Path(new PathRequest { Services = services, Files = files, Format = format });
    }

    private Request.Test? ReadTest(ParseResult parsed, List<string> errors)
    {
        string[] files = ReadFiles(parsed, errors);
        OutputFormat format = ReadFormat(
            parsed.GetValue(_format),
            errors,
            OutputFormat.Table,
            OutputFormat.Json,
            OutputFormat.JUnit,
            OutputFormat.Html,
            OutputFormat.Markdown,
            OutputFormat.Nagios,
            OutputFormat.Prometheus);
        string? output = ReadOutput(parsed, errors);
        string? earlier = parsed.GetValue(_earlier);
        if (earlier is not null && string.IsNullOrWhiteSpace(earlier))
            errors.Add("--earlier is given but blank: give the snapshot from when the server was ready, or leave it out.");
        if (earlier == FileArgument.StandardInput && files.Contains(FileArgument.StandardInput))
            errors.Add("'-' is given as a snapshot and as --earlier: standard input can be read once only.");
        ServiceWish? services = _service.Read(parsed, errors);
        return errors.Count > 0 || services is null
            ? null
            : new Request.Test(new TestRequest
            {
                Services = services,
                Files = files,
                Earlier = earlier,
                IsPool = parsed.GetValue(_pool),
                Strict = parsed.GetValue(_strict),
                Format = format,
                Output = output,
            });
    }
}
