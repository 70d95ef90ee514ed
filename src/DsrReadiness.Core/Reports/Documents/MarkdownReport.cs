using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Connections;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>Verdicts as Markdown, for a pull request, a wiki or the summary of a pipeline: a table of the servers, then what is wrong with each.</summary>
/// <param name="output">Where to.</param>
/// <param name="spool">An empty stream to read and write, which holds what comes behind the table until the table is known.</param>
internal sealed class MarkdownReport(Stream output, Stream spool) : IReport
{
    private readonly Farm _farm = new();
    private readonly TextWriter _parts = Writer(spool);

    public void Write(ReportEntry entry)
    {
        ServerLine server = _farm.Add(entry);
        CheckResult[] wrong = Farm.WorstFirst(entry.Verdict.Results).ToArray();
        ConnectionResult[] packets = [.. entry.Connections.Where(each => each.ToMark().NeedsAttention())];
        if (wrong.Length + packets.Length == 0)
            return;
        _parts.Write($"\n## {MarkdownText.Of(server.Subject)}\n\n{Answer(server.Verdict)}, collected {MarkdownText.Of(entry.Collected)}\n\n");
        foreach (CheckResult result in wrong)
            WriteResult(result);
        foreach (ConnectionResult packet in packets)
            WritePacket(packet);
        _parts.Flush();
    }

    public void End()
    {
        TextWriter writer = Writer(output);
        writer.Write("# Direct Server Return readiness\n\n");
        writer.Write(Text(
            $"{_farm.Servers.Count} in all: {_farm.Count(Verdict.Ready)} ready, {_farm.Count(Verdict.NotReady)} not ready, {_farm.Count(Verdict.Inconclusive)} inconclusive.\n"));
        if (_farm.Servers.Count > 0)
            writer.Write(_farm.HasPackets ? "\n| Verdict | Packet | Server | Failed | Warnings | Unknown | Worst |\n|---|---|---|---|---|---|---|\n" : "\n| Verdict | Server | Failed | Warnings | Unknown | Worst |\n|---|---|---|---|---|---|\n");
        foreach (ServerLine server in _farm.ByHarm(_farm.Servers))
            WriteRow(writer, server);
        writer.Flush();
        _parts.Flush();
        spool.Position = 0;
        spool.CopyTo(output);
        output.Flush();
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };

    private static string Text(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Answer(Verdict verdict) => verdict switch
    {
        Verdict.Ready => "Ready",
        Verdict.NotReady => "**Not ready**",
        _ => "**Inconclusive**",
    };

    private static string Label(Mark mark) => mark switch
    {
        Mark.Failed => "Failed",
        Mark.Warning => "Warning",
        _ => "Unknown",
    };

    private static string PacketOf(Mark mark) => mark switch
    {
        Mark.None => "-",
        Mark.Passed => "Answered",
        Mark.Warning => "Warning",
        Mark.Failed => "**Failed**",
        _ => "**Not asked**",
    };

    private void WriteRow(TextWriter writer, ServerLine server)
    {
        int Count(params IReadOnlyList<Mark> marks) => server.Marks.Count(marks.Contains);
        string worst = server.Worst is var (id, reason) ? MarkdownText.Of(id + ": " + reason) : string.Empty;
        string packet = _farm.HasPackets ? PacketOf(server.Packet) + " | " : string.Empty;
        writer.Write(Text(
            $"| {Answer(server.Verdict)} | {packet}{MarkdownText.Of(server.Subject)} | {Count(Mark.Failed)} | {Count(Mark.Warning)} | {Count(Mark.Unknown, Mark.Undecided)} | {worst} |\n"));
    }

    private void WritePacket(ConnectionResult result)
    {
        _parts.Write($"* **{result.Outcome}** Packet {result.Port} to {result.VirtualIPAddress}  \n  {MarkdownText.Of(result.Reason)}\n");
        foreach (string said in result.Warnings.Concat(result.Disagreement is null ? [] : [result.Disagreement]))
            _parts.Write($"  * {MarkdownText.Of(said)}\n");
        WriteAdvice(result.Recommendation, result.Command);
    }

    private void WriteResult(CheckResult result)
    {
        string subject = result.Subject is null ? string.Empty : ": " + MarkdownText.Of(result.Subject);
        _parts.Write($"* **{Label(result.ToMark())} {result.Id}** {MarkdownText.Of(result.Name)}{subject}  \n  {MarkdownText.Of(result.Reason)}\n");
        foreach (string detail in result.Details.Skip(1).Where(VerdictText.IsNotInOrder))
            _parts.Write($"  * {MarkdownText.Of(detail)}\n");
        WriteAdvice(result.Recommendation, result.Command);
    }

    private void WriteAdvice(string? words, string? command)
    {
        if (!string.IsNullOrEmpty(words))
            _parts.Write($"\n  To do: {MarkdownText.Of(words!)}\n");
        if (!string.IsNullOrEmpty(command))
            _parts.Write($"\n  ```powershell\n{string.Concat(command!.Split('\n').Select(line => "  " + SafeText.Of(line) + "\n"))}  ```\n");
    }
}
