using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>
/// Verdicts as tests, in the JUnit form that CI systems read: a suite for each server, a test for each check. What makes a server not ready
/// fails; a warning that does not is in the output of a test that passes; what could not be observed is skipped and says why, and fails
/// where judging is strict.
/// </summary>
internal sealed class JUnitReport : IReport
{
    private readonly MarkupWriter _xml;

    /// <summary>Begins the report.</summary>
    public JUnitReport(Stream stream)
    {
        _xml = MarkupWriter.To(stream);
        _xml.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"DsrReadiness\">\n");
    }

    private enum Answer
    {
        Passed,
        Skipped,
        Failed,
    }

    public void Write(ReportEntry entry)
    {
        ServerVerdict verdict = entry.Verdict;
        Answer[] answers = verdict.Results.Select(result => AnswerOf(result, verdict)).ToArray();
        string time = entry.CollectedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        _xml.Write($"  <testsuite name=\"{VerdictText.Subject(verdict.ComputerName, verdict.Service)}\" tests=\"{answers.Length}\" ");
        _xml.Write($"failures=\"{answers.Count(each => each == Answer.Failed)}\" errors=\"0\" skipped=\"{answers.Count(each => each == Answer.Skipped)}\" ");
        _xml.Write($"time=\"0\" timestamp=\"{time}\" hostname=\"{verdict.ComputerName}\">\n");
        _xml.Write($"    <properties>\n      <property name=\"verdict\" value=\"{verdict.Verdict.ToString()}\"/>\n    </properties>\n");
        for (int i = 0; i < answers.Length; i++)
            WriteTest(verdict, verdict.Results[i], answers[i]);
        _xml.Write($"  </testsuite>\n");
        _xml.Flush();
    }

    public void End()
    {
        _xml.Write($"</testsuites>\n");
        _xml.Flush();
    }

    private static Answer AnswerOf(CheckResult result, ServerVerdict verdict) => result.Outcome switch
    {
        Outcome.Failed => result.Severity >= verdict.Threshold ? Answer.Failed : Answer.Passed,
        Outcome.Unknown => verdict.IsStrict && result.Severity >= verdict.Threshold ? Answer.Failed : Answer.Skipped,
        Outcome.NotApplicable => Answer.Skipped,
        _ => Answer.Passed,
    };

    /// <summary>What is so and what to do, with what else was found behind it.</summary>
    private static string Body(CheckResult result) =>
        string.Join(" ", new[] { result.Reason, result.Recommendation }.Concat(result.Details.Skip(1)).Where(text => !string.IsNullOrEmpty(text)));

    private void WriteTest(ServerVerdict verdict, CheckResult result, Answer answer)
    {
        string subject = result.Subject is null ? string.Empty : ": " + result.Subject;
        _xml.Write($"    <testcase classname=\"{verdict.ComputerName}\" name=\"{result.Id} {result.Name}\" time=\"0\"");
        switch (answer)
        {
            case Answer.Failed:
                string type = result.Outcome == Outcome.Unknown ? "Unknown" : result.Severity.ToString();
                _xml.Write($">\n      <failure type=\"{type}\" message=\"{result.Name}{subject}: {result.Reason}\">{Body(result)}</failure>\n    </testcase>\n");
                break;
            case Answer.Skipped:
                string why = result.Outcome == Outcome.Unknown ? "Unknown" : "Does not apply";
                _xml.Write($">\n      <skipped message=\"{why}: {result.Reason}\"/>\n    </testcase>\n");
                break;
            default:
                if (result.Outcome == Outcome.Failed)
                    _xml.Write($">\n      <system-out>Warning{subject}: {Body(result)}</system-out>\n    </testcase>\n");
                else
                    _xml.Write($"/>\n");
                break;
        }
    }
}
