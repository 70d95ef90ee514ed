using System.Collections.Generic;
using DsrReadiness.Connections;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>What came of real packets to a server.</summary>
internal sealed class HtmlPackets(MarkupWriter html)
{
    public void Write(ServerLine server, IReadOnlyList<ConnectionResult> results)
    {
        html.Write($"<h4 id=\"s{server.Number}-packet\" tabindex=\"-1\">Real packets</h4>\n<ul class=\"results\">\n");
        foreach (ConnectionResult result in results)
            WriteResult(result);
        html.Write($"</ul>\n");
    }

    private void WriteResult(ConnectionResult result)
    {
        (string kind, string shape, _) = ReportWords.Of(result.ToMark());
        string way = result.Address is null ? string.Empty : " by way of " + result.Address;
        html.Write($"<li class=\"{(result.Command is null ? "mute" : string.Empty)}\"><h5><span class=\"tag is-{kind}\">{shape} {ConnectionText.Name(result.Outcome)}</span> {result.Port.ToString()} to {result.VirtualIPAddress.ToString()}{way}</h5>\n<p>");
        html.WriteProse(result.Reason);
        html.Write($"</p>\n");
        foreach (string warning in result.Warnings)
            html.Write($"<p><strong class=\"is-warn\">! {warning}</strong></p>\n");
        if (result.Disagreement is { } disagreement)
            html.Write($"<p><strong class=\"is-warn\">! {disagreement}</strong></p>\n");
        if (result.Claims.Length > 0)
            html.Write($"<p class=\"faint\">The VIP is answered for by: {result.Claims}</p>\n");
        html.WriteAdvice(result.Recommendation, result.Command);
        html.Write($"</li>\n");
    }
}
