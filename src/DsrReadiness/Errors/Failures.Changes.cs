using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Desired;
using DsrReadiness.Output;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Errors;

/// <summary>Failures of changing a server.</summary>
internal static partial class Failures
{
    public static Failure ServerCannotBeChanged(string name) => new(
        ErrorCategory.InvalidOperation,
        $"{name} is a snapshot, which cannot be changed.",
        "Run the command on the server; or with -WhatIf, to see what it would do.",
        name);

    public static Failure NotElevated(DsrServer server) => new(
        ErrorCategory.PermissionDenied,
        $"Changing {server} needs an elevated session. Nothing was changed.",
        "Start PowerShell with 'Run as administrator', and run the command there.",
        server);

    public static Failure ConfirmationNeeded(string question, Exception exception) => new(
        ErrorCategory.PermissionDenied,
        "This command asks before it goes on, and nobody can answer here. Nothing was changed. To go on without a question, run it with -Confirm:$false.",
        "Run the command with -Confirm:$false, or in a session with somebody at it.",
        question,
        exception);

    public static Failure NotDrained(DsrServer server, string vips, string connections, TimeSpan limit) => new(
        ErrorCategory.OperationTimeout,
        $"{server}: {vips} still has {connections} after {limit.TotalSeconds} seconds. Nothing was changed.",
        "Drain the server at the balancer, and run the command again; or give the connections more time with -DrainTimeoutSec.",
        server);

    public static Failure DeviceIsRemote(DsrServer server) => new(
        ErrorCategory.NotImplemented,
        $"Loopback adapters of {server} can be made and removed only on {server} itself. Nothing was changed.",
        $"Run it there: Invoke-Command -ComputerName {server} {{ New-DsrLoopback ... }}, with several names for a whole pool. All else works from here.",
        server);

    public static Failure ParameterNotForPlan(string parameter, object plan) => new(
        ErrorCategory.InvalidArgument,
        $"-{parameter} is for making a plan, and this plan is made already. Nothing was changed.",
        $"Give -{parameter} to Get-DsrPlan, or leave it out.",
        plan);

    public static Failure PlanIsCopy(object plan) => new(
        ErrorCategory.InvalidType,
        $"This is a copy of a plan ({OwnObject.NameOf(plan)}), out of a job, a file or Select-Object, and cannot be carried out. Nothing was changed.",
        "Make a new plan in this session, and pipe it on as it is: Get-DsrPlan -VirtualIPAddress ADDRESS | Invoke-DsrPlan; with -Removal on Get-DsrPlan to take VIPs out of service.",
        plan);

    public static Failure PlanIsUsed(DsrPlan plan, string runId) => new(
        ErrorCategory.InvalidOperation,
        $"{plan.ComputerName}: run {runId} has carried this plan out already. Nothing was changed.",
        "Make a new plan with Get-DsrPlan: it holds what is missing now.",
        plan);

    public static Failure PlanRefused(DsrServer server, IReadOnlyCollection<Refusal> refusals) => new(
        ErrorCategory.InvalidOperation,
        $"{server}: {SafeText.Of(string.Join(" ", refusals.Select(refusal => refusal.Reason)))} Nothing was changed.",
        string.Join("\n", refusals.Where(refusal => !string.IsNullOrEmpty(refusal.Recommendation)).Select(refusal => AdviceText.Of(refusal.Command, refusal.Recommendation))
            .Distinct().DefaultIfEmpty("Look at Test-DsrReadiness.")),
        server);

    public static Failure RunRefused(DsrServer server, string reason) => new(
        ErrorCategory.ResourceBusy,
        $"{server}: {SafeText.Of(reason)} Nothing was changed.",
        "Do what the message says, and run the command again.",
        server);

    public static Failure ChangeFailed(DsrServer server, ApplyReport report) => new(
        ErrorCategory.InvalidResult,
        $"{server}: {SafeText.Of(report.Reason ?? "A change failed.")} {Remains(report)}",
        report.Left.Count == 0
            ? "Set right what the message says, and run the command again."
            : $"Set right what the message says, and run the command again; or take back what is left with Undo-DsrPlan -RunId {report.Run?.Id}.",
        server);

    public static Failure OutcomeUnknown(DsrServer server, ApplyReport report) => new(
        ErrorCategory.OperationTimeout,
        $"{server}: {SafeText.Of(report.Reason ?? "Windows did not answer a change, and may still make it.")} {Remains(report)}",
        $"Run Undo-DsrPlan -RunId {report.Run?.Id} in ten minutes, when Windows has made the change or given it up.",
        server);

    public static Failure RunNotFound(DsrServer server, string what) => new(
        ErrorCategory.ObjectNotFound,
        $"{server} has no run {what} that could be undone.",
        "Give the id of a run, or a VIP that one was for.",
        what);

    public static Failure RunNotNamed(DsrServer server) => new(
        ErrorCategory.InvalidArgument,
        $"Specify what to undo on {server}.",
        "Give a VIP, or the id of a run with -RunId.",
        server);

    public static Failure JournalCannotBeRead(DsrServer server, Exception exception) => new(
        ErrorCategory.InvalidData,
        $"{server}: {SafeText.Of(exception.Message)}",
        "Keep the journal for whoever looks into it, and move it away.",
        server,
        exception);

    public static Failure JournalNotAvailable(DsrServer server, JournalStoreException exception) => new(
        exception.InnerException is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.ResourceUnavailable,
        $"{server}: {SafeText.Of(exception.Message)} Nothing was changed.",
        "Do what the message says, and run the command again.",
        server,
        exception);

    public static Failure LoopbackNotFound(DsrServer server, string given, IReadOnlyCollection<string> existing) => new(
        ErrorCategory.ObjectNotFound,
        $"{server} has no loopback '{SafeText.Of(given)}'; it has: {(existing.Count == 0 ? "none" : SafeText.Of(string.Join(", ", existing)))}.",
        "Give one of these, or make one with New-DsrLoopback.",
        given);

    public static Failure VirtualIPAddressNotKnown(DsrServer server) => new(
        ErrorCategory.InvalidArgument,
        $"{server} has no loopback with a VIP that could be meant.",
        "Name the VIP with -VirtualIPAddress.",
        server);

    public static Failure ReadingFailed(DsrServer server, string reason, string recommendation) => new(
        ErrorCategory.ReadError,
        $"{server}: {SafeText.Of(reason)}",
        recommendation.Length == 0 ? "Collect again." : SafeText.Of(recommendation),
        server);

    public static Failure FirewallRuleNotFound(DsrServer server, string name) => new(
        ErrorCategory.ObjectNotFound,
        $"{server} has no firewall rule '{SafeText.Of(name)}' that this module made.",
        "Give a name that Get-DsrFirewallRule lists.",
        name);

    private static string Remains(ApplyReport report) => report.Left.Count == 0
        ? "Everything that was done is undone."
        : $"Still in place: {SafeText.Of(string.Join(" ", report.Left.Select(Describe)))}";

    private static string Describe(JournalStep step) => step.Change.Text + (step.Note is null ? string.Empty : " (" + step.Note.TrimEnd('.') + ")");
}
