using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Connections;
using DsrReadiness.Text;

namespace DsrReadiness.Reports;

/// <summary>Results of real packets for people: a heading for each VIP, a line for each server and port, and below what is wrong why and what to do.</summary>
/// <param name="width">The columns there are.</param>
/// <param name="style">Whether to colour.</param>
internal sealed class ConnectionText(int width, TextStyle style)
{
    private const int OutcomeColumn = 18;
    private static readonly string s_indent = new(' ', OutcomeColumn);
    private readonly TextBlock _block = new(width, style);
    private string? _vip;

    /// <summary>The outcome in capitals, such as <c>NO ANSWER</c>.</summary>
    public static string Name(ConnectionOutcome outcome) => string.Concat(outcome.ToString().Select(each => char.IsUpper(each) ? " " + each : char.ToUpperInvariant(each).ToString())).TrimStart();

    /// <summary>Writes one result.</summary>
    public void Write(TextWriter writer, ConnectionResult result)
    {
        if (_vip != result.VirtualIPAddress.ToString())
            WriteHeading(writer, result);
        bool isGood = result.Outcome == ConnectionOutcome.Answered;
        string subject = SafeText.Of(Subject(result));
        string name = Name(result.Outcome);
        string first = style.Paint(InkOf(result.Outcome), name) + new string(' ', OutcomeColumn - name.Length);
        _block.Write(writer, first, s_indent, subject, Ink.Strong);
        Line(writer, string.Empty, result.Reason, null);
        foreach (string warning in result.Warnings)
            Line(writer, "! ", warning, Ink.Warning);
        if (result.Disagreement is { } disagreement)
            Line(writer, "! ", disagreement, Ink.Warning);
        if (isGood)
            return;
        if (result.Explains.Count > 0)
            Line(writer, "> ", "Checks that could explain it: " + string.Join(", ", result.Explains), null);
        _block.WriteAdvice(writer, s_indent, result.Recommendation, result.Command);
    }

    /// <summary>Sums up.</summary>
    public static string Sum(IReadOnlyCollection<ConnectionOutcome> outcomes)
    {
        int answered = outcomes.Count(each => each == ConnectionOutcome.Answered);
        int notAsked = outcomes.Count(each => each == ConnectionOutcome.NotAsked);
        string rest = notAsked == 0 ? string.Empty : $", {notAsked} not asked";
        return $"{outcomes.Count} in all: {answered} answered, {outcomes.Count - answered - notAsked} did not{rest}.";
    }

    private static string Subject(ConnectionResult result)
    {
        string address = result.Address is null || result.Address.ToString() == result.Server ? string.Empty : $" ({result.Address})";
        return $"{result.Server}{address}  {result.Port}";
    }

    public static Ink InkOf(ConnectionOutcome outcome) => outcome switch
    {
        ConnectionOutcome.Answered => Ink.Good,
        ConnectionOutcome.NotAsked => Ink.Unknown,
        _ => Ink.Bad,
    };

    private void Line(TextWriter writer, string mark, string text, Ink? ink) =>
        _block.Write(writer, s_indent + mark, s_indent + new string(' ', mark.Length), SafeText.Of(text), ink);

    private void WriteHeading(TextWriter writer, ConnectionResult result)
    {
        if (_vip is not null)
            writer.WriteLine();
        _vip = result.VirtualIPAddress.ToString();
        string protocol = result.VirtualIPAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "ND" : "ARP";
        _block.Write(writer, style.Paint(Ink.Strong, _vip) + "  ", new string(' ', _vip.Length + 2), SafeText.Of($"{protocol} for the VIP is answered by: {result.Claims}"), Ink.Faint);
        writer.WriteLine();
    }
}
