using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Desired;
using DsrReadiness.Paths;
using DsrReadiness.Plans;
using DsrReadiness.Redaction;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Tests.Snapshots.Redaction;

/// <summary>Snapshots redacted with one key, and what may not have changed by it.</summary>
internal static class Redacted
{
    public static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static Snapshot Of(Snapshot snapshot) => new SnapshotRedactor(Key).Redact(snapshot);

    /// <summary>The whole file.</summary>
    public static string Text(Snapshot redacted)
    {
        using var stream = new MemoryStream();
        SnapshotFile.Write(redacted, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Every outcome of verdict, path and plan, without the words, which name things.</summary>
    public static string Outcomes(Snapshot snapshot, DsrService service)
    {
        var outcomes = new StringBuilder();
        foreach (var result in new CheckRunner(Catalogue.All).Run(snapshot, service).Results)
            outcomes.AppendLine($"{result.Id} {result.Outcome} {result.Severity}");
        foreach (PathTrace trace in PathTracer.Trace(snapshot, service))
        {
            outcomes.AppendLine($"{trace.Packet.Destination} {trace.Outcome} {trace.Leaks}");
            foreach (Hop hop in trace.All)
                outcomes.AppendLine($"  {hop.Kind} {hop.Outcome}");
        }

        Plan plan = Planner.Plan(snapshot, service);
        foreach (Refusal refusal in plan.Refusals)
            outcomes.AppendLine("refused " + refusal.CheckId);
        foreach (Change change in plan.Changes)
        {
            outcomes.AppendLine($"{change.CheckId} {change.Row.Class} {change.Row.On?.Kind} {string.Join(",", change.Stores)} {change.Warning is null} "
                + string.Join(", ", change.Row.Where.Where(each => !IsName(each.Property))) + " -> "
                + string.Join(", ", change.To.Values.Where(pair => !IsName(pair.Key) || change.To.IsPresent).Select(pair => pair.Key.Name + "=" + pair.Key.Display(pair.Value)))
                + string.Join(", ", change.Options));
        }

        return outcomes.ToString();
    }

    private static bool IsName(CimProperty property) =>
        property.Redaction is not (RedactionKind.Stays or RedactionKind.Words or RedactionKind.RuleId or RedactionKind.RuleText);
}
