using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>What an overview keeps of a server.</summary>
/// <param name="number">The place in the order in which servers came, from 1.</param>
/// <param name="name">The server's name, as it calls itself.</param>
/// <param name="subject">The server and what it was judged for.</param>
/// <param name="verdict">The answer.</param>
/// <param name="marks">What each check found, in the order of the farm's checks; shared by servers of which the same was found.</param>
/// <param name="worst">The worst finding: its check and a sentence; null for a server of which nothing bad was found.</param>
/// <param name="packet">The worst of what came of real packets; none if none was sent.</param>
internal sealed class ServerLine(int number, string name, string subject, Verdict verdict, Mark[] marks, (string Id, string Reason)? worst, Mark packet)
{
    public int Number { get; } = number;

    public string Name { get; } = name;

    public string Subject { get; } = subject;

    public Verdict Verdict { get; } = verdict;

    public Mark[] Marks { get; } = marks;

    public (string Id, string Reason)? Worst { get; } = worst;

    public Mark Packet { get; } = packet;
}
