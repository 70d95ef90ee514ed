using System;
using System.Collections.Generic;
using System.Management.Automation;
using DsrReadiness.Cim;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Errors;

/// <summary>Failures that are about which server is meant.</summary>
internal static partial class Failures
{
    public static Failure LiveServerNotSupported(string name) => new(
        ErrorCategory.NotImplemented,
        $"{name} cannot be reached from here: servers are read and changed through Windows Management Infrastructure, which only PowerShell on Windows has.",
        "Run this on Windows; or run Save-DsrSnapshot.ps1 (in the folder examples of this module; (Get-Module DsrReadiness).ModuleBase is its folder) on the server and judge its file here with Import-DsrSnapshot, write a script with ConvertTo-DsrScript, or try a lab.",
        name);

    public static Failure ProbeNotSupported(string name) => new(
        ErrorCategory.NotImplemented,
        $"The segment cannot be asked from {name}: that goes through the IP helper of Windows.",
        "Leave -Active out to look at neighbour tables alone, those of snapshots included; run it on a Windows computer of the segment; or ask here with arping (IPv4) or ndisc6 (IPv6).",
        name);

    public static Failure PacketsNotSupported(string reason) => new(
        ErrorCategory.NotImplemented, reason + " " + WithoutPackets, "Run it on another computer of the servers' segment.", Environment.MachineName);

    public static Failure PacketsNeedElevation(string reason) => new(
        ErrorCategory.PermissionDenied, reason + " " + WithoutPackets, "Run it in an elevated session.", Environment.MachineName);

    public static Failure ServerAsksItself(DsrServer server) => new(
        ErrorCategory.InvalidArgument,
        $"{server} is this computer: it cannot send itself a packet as the balancer does.",
        "Name the servers with -Server, and run the command on another computer of their segment that is neither a server nor the balancer.",
        server);

    public static Failure ServerUnreachable(string name, CimFailure failure) => new(
        failure.Kind == FailureKind.AccessDenied ? ErrorCategory.PermissionDenied : ErrorCategory.ConnectionError,
        $"Cannot read {name} ({failure.Kind}): {SafeText.Of(failure.Message)}",
        "Try 'Get-CimInstance Win32_ComputerSystem -ComputerName' with it: WinRM has to be enabled there, and you an administrator. To go another way, such as DCOM, pass a CimSession.",
        name);

    public static Failure InvalidServer(string property, object? value) => new(
        ErrorCategory.InvalidArgument,
        ComputerName.WhyNotFile(value) ?? $"Property {property} of the input names a server in a way that cannot be understood ({TypeOf(value)}).",
        "Give a computer name, a CimSession, an imported snapshot or a lab server there, or leave the property out.",
        value);

    public static Failure ServerIsCopy(object server) => new(
        ErrorCategory.InvalidType,
        $"The input names its server by a copy ({OwnObject.NameOf(server)}), out of a job or a file, through which nothing can be reached.",
        "Leave it out and name the server: ... | Select-Object * -ExcludeProperty Server, and -Server NAME. ConvertTo-DsrReport takes such verdicts as they are.",
        server);

    public static Failure ServerMismatch(IReadOnlyCollection<DsrServer> named, IReadOnlyCollection<DsrServer> given) => new(
        ErrorCategory.InvalidArgument,
        $"The input is about {string.Join(", ", named)}, and -Server is {string.Join(", ", given)}.",
        "Leave -Server out for input that brings its own server, also from $PSDefaultParameterValues; or select the other properties of the input.",
        named);

    public static Failure PlanMismatch(DsrServer planned, IReadOnlyCollection<DsrServer> input) => new(
        ErrorCategory.InvalidArgument,
        $"The plan is for {planned}, and the input is {string.Join(", ", input)}.",
        "Pipe nothing with -Plan, or pipe the plan alone: $plan | Invoke-DsrPlan. For another server make another plan.",
        input);

    public static Failure UnknownColumns(IReadOnlyCollection<string> columns, object input) => new(
        ErrorCategory.InvalidArgument,
        SafeText.Of($"The input does not name its server, and nothing takes these columns: {string.Join(", ", columns)}."),
        SafeText.Of($"If one of them names the server, call it ComputerName. Leave the others out: ... | Select-Object * -ExcludeProperty {string.Join(", ", columns)}."),
        input);

    public static Failure InvalidComputerName(string name, string problem) => new(
        ErrorCategory.InvalidArgument, problem, "Give another name.", name);

    private const string WithoutPackets = "Nothing was sent. Without it: Test-DsrReadiness and Trace-DsrPath judge a server, or a snapshot of it.";

    private static string TypeOf(object? value) => value is null ? "null" : value.GetType().Name;
}
