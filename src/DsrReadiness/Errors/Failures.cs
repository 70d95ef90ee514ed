using System;
using System.Collections.Generic;
using System.Management.Automation;
using DsrReadiness.Desired;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Text;

namespace DsrReadiness.Errors;

/// <summary>Makes every failure that the cmdlets can write. The name of a method is the id: scripts depend on it, and after 0.1.0 none is renamed.</summary>
internal static partial class Failures
{
    public static Failure CheckNotFound(string pattern) => new(
        ErrorCategory.ObjectNotFound,
        $"There is no check '{pattern}'.",
        "Give an id such as M01, a name such as WeakHostReceiveOnTrafficInterface, or a pattern such as W*. Tab completion lists them.",
        pattern);

    public static Failure NoCheckSelected(IReadOnlyCollection<string> excluded) => new(
        ErrorCategory.InvalidArgument,
        "-Check and -ExcludeCheck leave no check, and a server that was asked nothing is not ready.",
        "Exclude less.",
        excluded);

    public static Failure InvalidService(ServiceDefinitionException exception, object? target) => new(
        ErrorCategory.InvalidArgument,
        exception.Message,
        "Correct the value.",
        target,
        exception);

    public static Failure ValueIsBlank(string parameter, object? target) => new(
        ErrorCategory.InvalidArgument,
        $"{parameter} is blank.",
        $"Give a value for {parameter}, or leave it out: of a row, the whole column.",
        target);

    public static Failure InvalidVerdict(string problem, object verdict) => new(
        ErrorCategory.InvalidData,
        $"This copy ({OwnObject.NameOf(verdict)}) cannot be reported: {problem}.",
        "Report verdicts as they are; or keep them with Export-Clixml, or with ConvertTo-Json -Depth 4, and with all of their properties.",
        verdict);

    public static Failure ConnectionsNeedVerdicts(object format) => new(
        ErrorCategory.InvalidArgument,
        $"A report as {format} is of verdicts, and shows packets with them.",
        "Pipe verdicts, and specify the packets with -Connection: $verdict | ConvertTo-DsrReport -Connection $connection; or report packets alone with -Format JUnit or Json.",
        format);

    public static Failure NothingToReport() => new(
        ErrorCategory.InvalidData,
        "There is nothing to report, and a report of nothing would look as if all were in order.",
        "Pipe what Test-DsrReadiness or Test-DsrConnection writes, and look at the errors that it wrote.",
        Array.Empty<object>());

    public static Failure ScriptRefused(ScriptRefusedException exception, object? target) => new(
        ErrorCategory.InvalidArgument, SafeText.Of(exception.Reason), SafeText.Of(exception.Recommendation), target, exception);

    public static Failure InterfaceNotFound(DsrServer server, string given, IReadOnlyCollection<string> existing) => new(
        ErrorCategory.ObjectNotFound,
        $"{server} has no interface '{SafeText.Of(given)}'; it has: {SafeText.Of(string.Join(", ", existing))}.",
        "Give one of these, or leave the interface out to have it found.",
        given);

    public static Failure DifferentComputers(string reference, DsrServer difference) => new(
        ErrorCategory.InvalidArgument,
        $"The reference is a snapshot of {reference}, and the other one is of {difference}.",
        "Compare two snapshots of one server.",
        difference);

    public static Failure UnsupportedInput(object input, IEnumerable<string> properties) => new(
        ErrorCategory.InvalidArgument,
        $"An input of type {input.GetType().Name} is not a server, and has no property that this command takes.",
        "Pipe servers, snapshots, or objects with some of the properties " + string.Join(", ", properties) + ".",
        input);

    /// <summary>After an upgrade, code of the earlier version would go on unnoticed.</summary>
    public static Failure OtherVersionIsLoaded(Version imported, string loaded) => new(
        ErrorCategory.InvalidOperation,
        $"This session has imported DsrReadiness {imported}, but {loaded} is still loaded. Nothing was done.",
        "Start a new PowerShell: a session cannot unload a version.",
        imported);

    /// <summary>An interface says which, and not of which service: it would have to be guessed what it is to mean.</summary>
    public static Failure InterfaceIsInput(string name, object input) => new(
        ErrorCategory.InvalidArgument,
        $"The interface '{SafeText.Of(name)}' cannot be piped to this command.",
        $"Specify the traffic interface with a parameter: -InterfaceAlias '{SafeText.Of(name)}'.",
        input);

    /// <summary>A fault of ours on one server must not take the results of the others with it.</summary>
    public static Failure UnexpectedFault(DsrServer server, Exception exception) => new(
        ErrorCategory.NotSpecified,
        $"{server}: {exception.GetType().Name}: {SafeText.Of(exception.Message)}",
        "This is a bug of DsrReadiness: please report it, with a snapshot of the server and what $Error[0].Exception shows.",
        server,
        exception);
}
