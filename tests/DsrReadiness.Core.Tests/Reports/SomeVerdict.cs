using System.Collections.Generic;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Reports;

/// <summary>Verdicts made by hand, to be shown.</summary>
internal static class SomeVerdict
{
    public static CheckResult Result(
        string id,
        Outcome outcome,
        Severity severity = Severity.Error,
        string? subject = null,
        string reason = "It is so.",
        string? recommendation = null,
        string? command = null,
        params IReadOnlyList<string> details) =>
        new(id, "NameOf" + id, new Finding(outcome, severity, subject, reason, recommendation is null ? null : Advice.Given(AdviceKind.Command, recommendation, command)), details);

    public static ServerVerdict Of(params IReadOnlyList<CheckResult> results) => Named("WEB01", results);

    public static ServerVerdict Named(string computerName, params IReadOnlyList<CheckResult> results) =>
        new(computerName, Server.Service(), results, strict: false);

    public static ServerVerdict For(DsrService service, params IReadOnlyList<CheckResult> results) => new("WEB01", service, results, strict: false);
}
