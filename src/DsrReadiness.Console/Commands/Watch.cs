using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Services.Files;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Console.Commands;

/// <summary>What there is to know beside the verdicts: who has none, and, for a monitoring system, whose age is not known.</summary>
/// <param name="services">The services.</param>
/// <param name="serviceFile">Their file; null where there is none.</param>
/// <param name="now">The time; null where ages do not matter.</param>
internal sealed class Watch(ServiceChoice services, string? serviceFile, DateTimeOffset? now)
{
    /// <summary>How far clocks of one domain may differ.</summary>
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A verdict that is good as of a time to come says nothing of now. One that is not is told all the same.</summary>
    public Answer<Judgement> Take(Answer<Judgement> judgement)
    {
        if (judgement.Value?.Verdict is not { } verdict)
            return judgement;
        _seen.Add(verdict.ComputerName);
        if (now is not { } today || judgement.CollectedAt - today <= s_tolerance || verdict.Verdict == Verdict.NotReady)
            return judgement;
        string collected = judgement.CollectedAt.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return Answer<Judgement>.Failed(judgement.Name, $"{judgement.Name}: it was collected in the future ({collected}), so that its age is not known: set the clock of {verdict.ComputerName}, and collect again.");
    }

    /// <summary>The servers that the service file names and no snapshot was of.</summary>
    public IEnumerable<Answer<Judgement>> Missing() => Unseen.Select(server => Answer<Judgement>.Failed(server, $"{server}: there is no snapshot of it, and {serviceFile} names it."));

    /// <summary>The same in a line for people, who may well have asked for some of them; null if there are none.</summary>
    public string? MissingInWords() => Unseen is { Length: > 0 } servers ? $"{serviceFile} names {Wording.Some(servers)} as well: no snapshot was judged." : null;

    private string[] Unseen => [.. services.Servers.Where(server => !_seen.Contains(server))];
}
