using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>What an overview keeps of a server.</summary>
/// <param name="Number">The place in the order in which servers came, from 1.</param>
/// <param name="Name">The server's name, as it calls itself.</param>
/// <param name="Subject">The server and what it was judged for.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Marks">What each check found, in the order of the farm's checks; shared by servers of which the same was found.</param>
/// <param name="Worst">The worst finding: its check and a sentence; null for a server of which nothing bad was found.</param>
/// <param name="Packet">The worst of what came of real packets; none if none was sent.</param>
internal sealed record ServerLine(int Number, string Name, string Subject, Verdict Verdict, Mark[] Marks, (string Id, string Reason)? Worst, Mark Packet);
