using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>What an overview of all servers needs, kept small: a few words and one byte a check, which servers alike share.</summary>
internal sealed class ReportSummary
{
    /// <summary>Checks whose failure takes the VIP away from the whole farm, and not from one server alone.</summary>
    private static readonly HashSet<string> s_hijacks = new(StringComparer.Ordinal) { "V03", "N01" };

    private readonly List<string> _unread = [];
    private readonly List<ServerLine> _servers = [];
    private readonly List<(string Id, string Name)> _checks = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mark[]> _marks = new(StringComparer.Ordinal);

    /// <summary>What could not be judged, a sentence each.</summary>
    public IReadOnlyList<string> Unread => _unread;

    public void AddUnread(string problem) => _unread.Add(problem);

    /// <summary>The servers, in the order in which they came.</summary>
    public IReadOnlyList<ServerLine> Servers => _servers;

    /// <summary>Every check that any server was asked, in the order of the first that was.</summary>
    public IReadOnlyList<(string Id, string Name)> Checks => _checks;

    public DateTimeOffset? FirstCollected { get; private set; }

    public DateTimeOffset? LastCollected { get; private set; }

    /// <summary>True if any server was sent a real packet.</summary>
    public bool HasPackets => _servers.Exists(server => server.Packet != Mark.None);

    public int Count(Verdict verdict) => _servers.Count(server => server.Verdict == verdict);

    /// <summary>Takes a server in.</summary>
    public ServerLine Add(ReportEntry entry)
    {
        if (FirstCollected is null || entry.CollectedAt < FirstCollected)
            FirstCollected = entry.CollectedAt;
        if (LastCollected is null || entry.CollectedAt > LastCollected)
            LastCollected = entry.CollectedAt;
        ServerVerdict verdict = entry.Verdict;
        CheckResult? worst = WorstFirst(verdict.Results).FirstOrDefault();
        var server = new ServerLine(
            _servers.Count + 1,
            verdict.ComputerName,
            VerdictText.Subject(verdict.ComputerName, verdict.Service),
            verdict.Verdict,
            Marks(verdict.Results),
            worst is null ? null : (worst.Id, worst.Reason),
            entry.Packet);
        _servers.Add(server);
        return server;
    }

    /// <summary>What a check found of a server; servers that came before a check was first asked have no mark for it.</summary>
    public static Mark MarkOf(ServerLine server, int check) => check < server.Marks.Length ? server.Marks[check] : Mark.None;

    /// <summary>The servers in order of harm: those that can take the VIP from the others first, then those that do most wrong.</summary>
    public IEnumerable<ServerLine> ByHarm(IEnumerable<ServerLine> servers) => servers
        .OrderByDescending(server => server.Verdict)
        .ThenByDescending(server => Enumerable.Range(0, server.Marks.Length).Count(i => server.Marks[i] == Mark.Failed && s_hijacks.Contains(_checks[i].Id)))
        .ThenByDescending(server => server.Marks.Count(mark => mark == Mark.Failed))
        .ThenByDescending(server => server.Marks.Count(mark => mark == Mark.Undecided))
        .ThenByDescending(server => server.Marks.Count(mark => mark == Mark.Warning))
        .ThenByDescending(server => server.Marks.Count(mark => mark == Mark.Unknown));

    /// <summary>What is not in order, worst first.</summary>
    public static IEnumerable<CheckResult> WorstFirst(IEnumerable<CheckResult> results) => results
        .Where(result => result.ToMark().NeedsAttention())
        .OrderByDescending(result => result.ToMark())
        .ThenByDescending(result => result.Outcome == Outcome.Failed && s_hijacks.Contains(result.Id))
        .ThenBy(result => ReadingOrder.Of(result.Id));

    private Mark[] Marks(IReadOnlyList<CheckResult> results)
    {
        foreach (CheckResult result in results)
        {
            if (_columns.ContainsKey(result.Id))
                continue;
            _columns.Add(result.Id, _checks.Count);
            _checks.Add((result.Id, result.Name));
        }

        var marks = new Mark[_checks.Count];
        foreach (CheckResult result in results)
            marks[_columns[result.Id]] = result.ToMark();
        string key = new(marks.Select(mark => (char)mark).ToArray());
        if (!_marks.TryGetValue(key, out Mark[]? shared))
            _marks.Add(key, shared = marks);
        return shared;
    }
}
