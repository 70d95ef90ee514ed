using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Servers;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Output;

/// <summary>What one check found of one server. Its texts are safe to show, wherever they come from.</summary>
public sealed class DsrCheckResult : DsrObject
{
    private readonly CheckResult _result;

    internal DsrCheckResult(DsrServer server, string computerName, CheckResult result)
    {
        _result = result;
        Server = server;
        ComputerName = computerName;
        Details = result.Details.Select(SafeText.Of).ToDsrList();
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>The check's id, such as <c>M01</c>.</summary>
    public string Id => _result.Id;

    /// <summary>The check's name, such as <c>WeakHostReceiveOnTrafficInterface</c>.</summary>
    public string Name => _result.Name;

    /// <summary>How much it matters.</summary>
    public Severity Severity => _result.Severity;

    /// <summary>What was found.</summary>
    public Outcome Outcome => _result.Outcome;

    /// <summary>The interface, address or port that it is about, or null for the server as a whole.</summary>
    public string? Subject => Safe(_result.Subject);

    /// <summary>What should be there, or null where that is no single value.</summary>
    public string? Expected => Safe(_result.Expected);

    /// <summary>What is there, or null where that is no single value.</summary>
    public string? Actual => Safe(_result.Actual);

    /// <summary>What is so now.</summary>
    public string Reason => SafeText.Of(_result.Reason);

    /// <summary>What to do; null if nothing.</summary>
    public string? Recommendation => Safe(_result.Recommendation);

    /// <summary>The commands that do it, one a line, ready to be pasted; null if none do.</summary>
    public string? Command => _result.Command is null ? null : string.Join("\n", AdviceText.Lines(_result.Command));

    /// <summary>What is to be done with the recommendation and its commands: Command if they can be run as they are printed; null if nothing is recommended.</summary>
    public AdviceKind? AdviceKind => _result.AdviceKind;

    /// <summary>Where the check looked at several families, VIPs or adapters: what it found of each, worst first.</summary>
    public IReadOnlyList<string> Details { get; }

    /// <inheritdoc/>
    public override string ToString() => Id + " " + Outcome + ": " + Reason;

    private static string? Safe(string? text) => text is null ? null : SafeText.Of(text);

    private protected override DsrTexts Texts() => new()
    {
        { nameof(Outcome), Outcome.ToString(), FindingText.InkOf(this) },
        { nameof(Details), ViewText.Paragraphs(Details) },
    };
}
