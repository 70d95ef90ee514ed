using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DsrReadiness.Connections;

namespace DsrReadiness.Reports.Documents;

/// <summary>Results of real packets as JUnit: a suite for each VIP, a test for each server and port. What could not be asked is skipped and says why.</summary>
internal static class ConnectionJUnit
{
    public static void Write(Stream stream, IEnumerable<ConnectionResult> results)
    {
        MarkupWriter xml = MarkupWriter.To(stream);
        xml.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"DsrReadiness\">\n");
        foreach (IGrouping<string, ConnectionResult> vip in results.GroupBy(each => each.VirtualIPAddress.ToString()))
        {
            int skipped = vip.Count(each => each.Outcome == ConnectionOutcome.NotAsked);
            int failed = vip.Count(each => each.Outcome != ConnectionOutcome.Answered) - skipped;
            xml.Write($"  <testsuite name=\"{vip.Key}\" tests=\"{vip.Count()}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\">\n");
            foreach (ConnectionResult result in vip)
                WriteTest(xml, vip.Key, result.Server + " " + result.Port, result);
            xml.Write($"  </testsuite>\n");
        }

        xml.Write($"</testsuites>\n");
        xml.Flush();
    }

    /// <summary>Writes one test.</summary>
    public static void WriteTest(MarkupWriter xml, string suite, string name, ConnectionResult result)
    {
        string time = (result.Probe?.Elapsed.TotalSeconds ?? 0).ToString("0.000", CultureInfo.InvariantCulture);
        xml.Write($"    <testcase classname=\"{suite}\" name=\"{name}\" time=\"{time}\">");
        if (result.Outcome == ConnectionOutcome.NotAsked)
        {
            xml.Write($"<skipped message=\"{result.Reason}\"/>");
        }
        else if (result.Outcome == ConnectionOutcome.Answered)
        {
            xml.Write($"<system-out>");
            WriteLines(xml, result);
            xml.Write($"</system-out>");
        }
        else
        {
            xml.Write($"<failure type=\"{result.Outcome.ToString()}\" message=\"{result.Reason}\">");
            WriteLines(xml, result);
            xml.Write($"</failure>");
        }

        xml.Write($"</testcase>\n");
    }

    private static void WriteLines(MarkupWriter xml, ConnectionResult result)
    {
        foreach (string line in new[] { result.Reason, result.Recommendation, result.Command, result.Disagreement }.Concat(result.Warnings).OfType<string>())
            xml.Write($"{line}\n");
    }
}
