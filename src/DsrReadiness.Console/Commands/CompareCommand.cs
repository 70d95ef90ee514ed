using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Console.Output;
using DsrReadiness.Reports;
using DsrReadiness.Reports.Documents;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Verdicts;
using static DsrReadiness.Console.CommandLine.Options;

namespace DsrReadiness.Console.Commands;

/// <summary>Tells what has changed between two snapshots of a server, or of each of many: <c>dsr compare</c>.</summary>
internal sealed class CompareCommand : SnapshotsCommand
{
    private readonly ServiceOptions _service = new();
    private readonly Option<string> _format = FormatOption("table (for people, the default), json or markdown. JSON is an array of { computerName, service, before, after, changes, causes }");
    private readonly Dictionary<string, SnapshotInput> _earlier = new(StringComparer.OrdinalIgnoreCase);

    public CompareCommand(ConsoleHost host, Messages messages)
        : base(host, messages, "compare", "BEFORE AFTER --vip ADDRESS [options]", "tell what has changed between two snapshots of a server") => Files = FileArgument();

    public override string About => """
        Asks the checks of both and says, in their words, what has become worse, better or different, what that does to the verdict, and which known cause it looks like: an upgrade in place, a virtual switch made anew, a policy, a restart.
        BEFORE and AFTER are each a snapshot file, a pattern such as "monday/*.json" (the snapshots of one server are compared with one another), or - for standard input.
        """;

    public override IReadOnlyList<OptionGroup> Groups => [_service.Group, new("What to write:", _format)];

    public override IReadOnlyDictionary<int, string> Exits => ExitsWith(
        (ExitStatus.Ready, "nothing has become worse"),
        (ExitStatus.NotReady, "something has become worse"),
        (ExitStatus.BadInput, "a file cannot be read as a snapshot, has no earlier one to compare with, or is of no server that the service file names; the others are still compared. Or the service file cannot be read"));

    public override string Example => "dsr compare before.json after.json --vip 192.0.2.10 --port tcp/443";

    public override Func<int>? Read(Given given)
    {
        string[] files = given.Files(Files!, count => count == 2, "Two are compared: give the earlier snapshot and then the later one, or a pattern for each.");
        OutputFormat format = given.Format(_format, OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown);
        ServiceSource? services = _service.Read(given);
        return services is null ? null : () => Run(files[0], files[1], services, format);
    }

    private int Run(string before, string after, ServiceSource source, OutputFormat format)
    {
        ServiceChoice services = source.Open();
        using var output = new OutputStream(Host.Output);
        using TextWriter writer = output.ToWriter();
        ComparisonMarkdown? markdown = format == OutputFormat.Markdown ? new ComparisonMarkdown(writer) : null;
        var text = new ComparisonText(Host.Columns, Host.Style);
        var sink = new Sink<ServerComparison>(output, format == OutputFormat.Json ? new ComparisonJson(output) : null);
        foreach (Answer<Snapshot> read in Find([before], source.File).Select(input => input.Ask(Fault.Judging, snapshot => snapshot)))
        {
            Take(read, snapshot =>
            {
                if (_earlier.TryAdd(snapshot.ComputerName, SnapshotInput.Of(read.Name, snapshot)))
                    return ExitStatus.Ready;
                Messages.Say($"{read.Name}: there is an earlier snapshot of {snapshot.ComputerName} already, {_earlier[snapshot.ComputerName].Name}: give one of each server.");
                return ExitStatus.BadInput;
            });
        }

        Pipe(
            Find([after], source.File),
            input => input.Ask(new Fault("it could not be compared for ", " with the snapshots"), services, (snapshot, asked) => Compare(input.Name, snapshot, asked)),
            answers => answers.ForEach(answer => Take(answer, comparison => Write(answer.Name, comparison))));
        sink.End();
        return Status;

        int Write(string name, ServerComparison comparison)
        {
            string earlier = Origin.Of(_earlier[comparison.Earlier.ComputerName].Name, comparison.Earlier.CollectedAt);
            string later = Origin.Of(name, comparison.Later.CollectedAt);
            if (markdown is not null)
                markdown.Write(comparison, earlier, later);
            else
                sink.Write(comparison, writer => text.Write(writer, comparison, earlier, later));
            return comparison.Count(ChangeDirection.Worse) > 0 ? ExitStatus.NotReady : ExitStatus.Ready;
        }
    }

    private Answer<ServerComparison> Compare(string name, Snapshot later, AskedService asked) => _earlier.TryGetValue(later.ComputerName, out SnapshotInput? earlier)
        ? Answer<ServerComparison>.Of(name, ServerComparison.Of(earlier.Read!(), later, asked.Service, Catalogue.Observing, Host.Cancellation), later.CollectedAt)
        : Answer<ServerComparison>.Failed(name, $"{name}: no earlier snapshot of {later.ComputerName}: compare two snapshots of one server.");
}
