using System.IO;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>
/// Verdicts as one page that needs nothing but itself: no network, no other file, and no script but for the search. The parts of the servers wait in a spool until the
/// overview is known, which stands before them.
/// </summary>
internal sealed class HtmlReport : IReport
{
    private readonly ReportSummary _farm = new();
    private readonly Stream _output;
    private readonly Stream _spool;
    private readonly MarkupWriter _parts;
    private readonly HtmlServer _server;

    /// <summary>Begins the report.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="spool">An empty stream to read and write.</param>
    public HtmlReport(Stream output, Stream spool)
    {
        _output = output;
        _spool = spool;
        _parts = MarkupWriter.To(spool, EntityFallback.Ascii);
        _server = new HtmlServer(_parts);
    }

    public void Write(ReportEntry entry) => _server.Write(_farm.Add(entry), entry);

    public void WriteUnread(string name, string problem) => _farm.AddUnread(problem);

    public void End()
    {
        MarkupWriter html = MarkupWriter.To(_output, EntityFallback.Ascii);
        html.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlPolicy.Text}\">\n");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.Write($"<title>{new HtmlOverview(html, _farm).Title} - Direct Server Return readiness</title>\n<style>");
        html.Literal(HtmlStyle.Css);
        html.Write($"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#servers\">Skip to the servers</a>\n");
        new HtmlOverview(html, _farm).Write();
        html.Write($"<h2 id=\"servers\" tabindex=\"-1\">Servers</h2>\n<p id=\"find\" hidden><label>Find servers <input type=\"search\" placeholder=\"name, address or check\"></label> <output></output></p>\n");
        html.Write($"<input type=\"checkbox\" id=\"only\"><label for=\"only\">Commands only, to copy</label>\n");
        if (_farm.Servers.Count > HtmlServer.ToldInFull)
            html.Write($"<p class=\"faint\">Of the first {HtmlServer.ToldInFull} servers, what passed is told in full and a packet's way is drawn; of the others, what passed is told by id. The first {HtmlPlan.Most} servers that need changes have their plans.</p>\n");
        html.Write($"<div class=\"servers\">\n");
        html.Flush();
        _parts.Flush();
        _spool.Position = 0;
        _spool.CopyTo(_output);
        html.Write($"</div>\n</main>\n<footer><p>Made by DsrReadiness of what servers say of themselves. Unknown is never passed: what could not be read makes a verdict inconclusive.</p></footer>\n<script>");
        html.Literal(HtmlScript.Js);
        html.Write($"</script>\n</body>\n</html>\n");
        html.Flush();
        _output.Flush();
    }
}
