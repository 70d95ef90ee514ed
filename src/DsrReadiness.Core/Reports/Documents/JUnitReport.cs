using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Connections;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Reports.Documents;

/// <summary>
/// Verdicts as tests, in the JUnit form that CI systems read: a suite for each server and service, a test for each check. What makes a server not
/// ready fails; a warning that does not is in the output of a test that passes; what could not be observed is skipped and says why, and fails
/// where judging is strict. A report in which nothing was evaluated fails.
/// </summary>
internal sealed class JUnitReport : IReport
{
    /// <summary>Databases of CI systems cut what is much longer, and a service may have a thousand ports.</summary>
    private const int LongestSuiteName = 200;

    private readonly MarkupWriter _xml;

    /// <summary>Readers know a test by its class and name alone, some without case or spaces: what shares both is one test to them, and its failure is lost. With each: the last number it was given.</summary>
    private readonly Dictionary<string, int> _suites = new(StringComparer.OrdinalIgnoreCase);

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
        bool isEmpty = !verdict.Results.Any(result => result.Outcome is Outcome.Passed or Outcome.Failed);
        Mark[] packets = [.. entry.Connections.Select(each => each.ToMark())];
        int failures = answers.Count(each => each == Answer.Failed) + (isEmpty ? 1 : 0) + packets.Count(each => each == Mark.Failed);
        string suite = SuiteName(verdict);
        string time = entry.CollectedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        _xml.Write($"  <testsuite name=\"{suite}\" tests=\"{answers.Length + (isEmpty ? 1 : 0) + packets.Length}\" failures=\"{failures}\" errors=\"0\" ");
        _xml.Write($"skipped=\"{answers.Count(each => each == Answer.Skipped) + packets.Count(each => each == Mark.Undecided)}\" time=\"0\" timestamp=\"{time}\" hostname=\"{verdict.ComputerName}\">\n");
        _xml.Write($"    <properties>\n      <property name=\"verdict\" value=\"{verdict.Verdict.ToString()}\"/>\n    </properties>\n");
        for (int i = 0; i < answers.Length; i++)
            WriteTest(suite, verdict.Results[i], answers[i]);
        foreach (ConnectionResult result in entry.Connections)
            ConnectionJUnit.WriteTest(_xml, suite, $"Packet {result.Port} to {result.VirtualIPAddress}", result);
        if (isEmpty)
            WriteNothing(suite, "No check was evaluated on this server: every check is unknown or does not apply.");
        _xml.Write($"  </testsuite>\n");
        _xml.Flush();
    }

    public void WriteUnread(string name, string problem)
    {
        string suite = Unique(name);
        _xml.Write($"  <testsuite name=\"{suite}\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
        WriteNothing(suite, problem);
        _xml.Write($"  </testsuite>\n");
    }

    public void End()
    {
        if (_suites.Count == 0)
        {
            _xml.Write($"  <testsuite name=\"DsrReadiness\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
            WriteNothing("DsrReadiness", "No server was judged: no snapshot or server could be read.");
            _xml.Write($"  </testsuite>\n");
        }

        _xml.Write($"</testsuites>\n");
        _xml.Flush();
    }

    /// <summary>What the suite is about, as no other suite of this report is called.</summary>
    private string SuiteName(ServerVerdict verdict) => Unique(VerdictText.Subject(verdict.ComputerName, verdict.Service));

    private string Unique(string subject)
    {
        string name = string.Join(" ", subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length > LongestSuiteName)
            name = name.Substring(0, LongestSuiteName - (char.IsHighSurrogate(name[LongestSuiteName - 1]) ? 1 : 0)) + "...";
        string unique = name;
        for (_suites.TryGetValue(name, out int number); _suites.ContainsKey(unique); _suites[name] = number)
            unique = $"{name} [{(++number).ToString(CultureInfo.InvariantCulture)}]";
        _suites.Add(unique, 1);
        return unique;
    }

    private static Answer AnswerOf(CheckResult result, ServerVerdict verdict) => result.Outcome switch
    {
        Outcome.Failed => result.Severity >= verdict.Threshold ? Answer.Failed : Answer.Passed,
        Outcome.Unknown => verdict.IsStrict && result.Severity >= verdict.Threshold ? Answer.Failed : Answer.Skipped,
        Outcome.NotApplicable => Answer.Skipped,
        _ => Answer.Passed,
    };

    /// <summary>What is so and what to do, each command on a line of its own as it is to be pasted, with what else was found behind it.</summary>
    private void WriteBody(CheckResult result)
    {
        string[] others = result.Details.Skip(1).Where(text => !string.IsNullOrEmpty(text)).ToArray();
        string[] commands = string.IsNullOrEmpty(result.Command) ? [] : result.Command!.Split('\n');
        string[] before = [result.Reason, result.Recommendation ?? string.Empty, .. commands.Length == 0 ? others : []];
        _xml.Write($"{string.Join(" ", before.Where(text => text.Length > 0))}");
        foreach (string command in commands)
            _xml.Write($"\n{command}");
        if (commands.Length > 0 && others.Length > 0)
            _xml.Write($"\n{string.Join(" ", others)}");
    }

    private void WriteNothing(string suite, string why) =>
        _xml.Write($"    <testcase classname=\"{suite}\" name=\"SomethingWasEvaluated\" time=\"0\">\n      <failure type=\"Nothing\" message=\"{why}\">{why}</failure>\n    </testcase>\n");

    private void WriteTest(string suite, CheckResult result, Answer answer)
    {
        string subject = result.Subject is null ? string.Empty : ": " + result.Subject;
        _xml.Write($"    <testcase classname=\"{suite}\" name=\"{result.Id} {result.Name}\" time=\"0\"");
        switch (answer)
        {
            case Answer.Failed:
                string type = result.Outcome == Outcome.Unknown ? "Unknown" : result.Severity.ToString();
                _xml.Write($">\n      <failure type=\"{type}\" message=\"{result.Name}{subject}: {result.Reason}\">");
                WriteBody(result);
                _xml.Write($"</failure>\n    </testcase>\n");
                break;
            case Answer.Skipped:
                string why = result.Outcome == Outcome.Unknown ? "Unknown" : "Does not apply";
                _xml.Write($">\n      <skipped message=\"{why}: {result.Reason}\"/>\n    </testcase>\n");
                break;
            default:
                if (result.Outcome == Outcome.Failed)
                {
                    _xml.Write($">\n      <system-out>Warning{subject}: ");
                    WriteBody(result);
                    _xml.Write($"</system-out>\n    </testcase>\n");
                }
                else
                {
                    _xml.Write($"/>\n");
                }

                break;
        }
    }
}
