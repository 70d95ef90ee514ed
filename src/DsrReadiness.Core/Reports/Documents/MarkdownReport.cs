using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Connections;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>
/// Verdicts as Markdown, for a pull request, a wiki or the summary of a pipeline: a table of the servers, then what is wrong with each. Those take a text of
/// 65,536 characters at most, so that of many servers the worst are shown, and it is said what is left out.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="spool">An empty stream to read and write, which holds what comes behind the table until the table is known.</param>
internal sealed class MarkdownReport(Stream output, Stream spool) : IReport
{
    /// <summary>How long the whole may be; a little is left for what is put around it.</summary>
    public const int MaximumCharacters = 65_000;

    private const int RoomForNote = 300;
    private const int MostUnread = 20;
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly ReportSummary _farm = new();
    private readonly List<Part> _spooled = [];
    private readonly StringWriter _parts = new(CultureInfo.InvariantCulture);

    public void Write(ReportEntry entry)
    {
        ServerLine server = _farm.Add(entry);
        CheckResult[] wrong = ReportSummary.WorstFirst(entry.Verdict.Results).ToArray();
        ConnectionResult[] packets = [.. entry.Connections.Where(each => each.ToMark().NeedsAttention())];
        if (wrong.Length + packets.Length == 0)
            return;
        _parts.Write($"\n## {MarkdownText.Of(server.Subject)}\n\n{Answer(server.Verdict)}, collected {MarkdownText.Of(entry.Collected)}\n\n");
        foreach (CheckResult result in wrong)
            WriteResult(result);
        foreach (ConnectionResult packet in packets)
            WritePacket(packet);
        string text = _parts.ToString();
        _parts.GetStringBuilder().Clear();
        byte[] bytes = s_utf8.GetBytes(text);
        _spooled.Add(new Part(server, spool.Position, bytes.Length, text.Length));
        spool.Write(bytes, 0, bytes.Length);
    }

    public void WriteUnread(string name, string problem) => _farm.AddUnread(problem);

    public void End()
    {
        ServerLine[] byHarm = [.. _farm.ByHarm(_farm.Servers)];
        string head = "# Direct Server Return readiness\n\n" + Text(
            $"{_farm.Servers.Count} in all: {_farm.Count(Verdict.Ready)} ready, {_farm.Count(Verdict.NotReady)} not ready, {_farm.Count(Verdict.Inconclusive)} inconclusive.\n");
        if (_farm.Unread.Count > 0)
            head += "\nNot judged:\n\n" + string.Concat(_farm.Unread.Take(MostUnread).Select(problem => "* " + MarkdownText.Of(problem) + "\n")) + (_farm.Unread.Count > MostUnread ? Text($"* and {_farm.Unread.Count - MostUnread} more\n") : string.Empty);
        string top = _farm.Servers.Count == 0 ? string.Empty
            : _farm.HasPackets ? "\n| Verdict | Packet | Server | Failed | Warnings | Unknown | Worst |\n|---|---|---|---|---|---|---|\n" : "\n| Verdict | Server | Failed | Warnings | Unknown | Worst |\n|---|---|---|---|---|---|\n";
        string[] rows = Array.ConvertAll(byHarm, Row);
        IReadOnlyList<Part> parts = _spooled;
        int all = rows.Length;
        int length = head.Length + top.Length + rows.Sum(row => row.Length) + parts.Sum(part => part.Characters);
        if (length > MaximumCharacters)
        {
            int room = MaximumCharacters - head.Length - top.Length - RoomForNote;
            rows = Fitting(rows, Math.Max(room / 2, room - parts.Sum(part => part.Characters)), row => row.Length).ToArray();
            parts = Worst(byHarm, room - rows.Sum(row => row.Length));
            head += Text($"\nCut at {MaximumCharacters} characters: {all - rows.Length} rows of the table and what is wrong with {_spooled.Count - parts.Count} servers are left out, of those that are least wrong. The HTML report has all of it.\n");
        }

        Put(head + top);
        foreach (string row in rows)
            Put(row);
        foreach (Part part in parts)
            Put(part);
        output.Flush();
    }

    /// <summary>The first items that together fit.</summary>
    private static IEnumerable<T> Fitting<T>(IEnumerable<T> items, int room, Func<T, int> length) => items.TakeWhile(item => (room -= length(item)) >= 0);

    /// <summary>The parts of the servers that are most wrong, in the order in which they came.</summary>
    private Part[] Worst(ServerLine[] byHarm, int room)
    {
        var ranks = new Dictionary<ServerLine, int>();
        foreach (ServerLine server in byHarm)
            ranks[server] = ranks.Count;
        return [.. Fitting(_spooled.OrderBy(part => ranks[part.Server]), room, part => part.Characters).OrderBy(part => part.Start)];
    }

    private void Put(string text)
    {
        byte[] bytes = s_utf8.GetBytes(text);
        output.Write(bytes, 0, bytes.Length);
    }

    private void Put(Part part)
    {
        byte[] bytes = new byte[part.Bytes];
        spool.Position = part.Start;
        for (int read = 0; read < bytes.Length;)
        {
            int more = spool.Read(bytes, read, bytes.Length - read);
            read += more > 0 ? more : throw new EndOfStreamException();
        }

        output.Write(bytes, 0, bytes.Length);
    }

    private static string Text(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Answer(Verdict verdict) => verdict == Verdict.Ready ? ReportWords.Of(verdict).Word : $"**{ReportWords.Of(verdict).Word}**";

    private static string PacketOf(Mark mark) => mark switch
    {
        Mark.None => "-",
        Mark.Passed => "Answered",
        Mark.Warning => "Warning",
        Mark.Failed => "**Failed**",
        _ => "**Not asked**",
    };

    private string Row(ServerLine server)
    {
        int Count(params IReadOnlyList<Mark> marks) => server.Marks.Count(marks.Contains);
        string worst = server.Worst is var (id, reason) ? MarkdownText.Of(id + ": " + reason) : string.Empty;
        string packet = _farm.HasPackets ? PacketOf(server.Packet) + " | " : string.Empty;
        return Text(
            $"| {Answer(server.Verdict)} | {packet}{MarkdownText.Of(server.Subject)} | {Count(Mark.Failed)} | {Count(Mark.Warning)} | {Count(Mark.Unknown, Mark.Undecided)} | {worst} |\n");
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
        _parts.Write($"* **{ReportWords.Of(result.ToMark()).Word} {result.Id}** {MarkdownText.Of(result.Name)}{subject}  \n  {MarkdownText.Of(result.Reason)}\n");
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

    /// <summary>What is wrong with a server, and where it waits.</summary>
    private sealed record Part(ServerLine Server, long Start, int Bytes, int Characters);
}
