using System.Collections.Generic;
using System.Management.Automation;
using DsrReadiness.Servers;

namespace DsrReadiness.Errors;

/// <summary>Failures that are about which server is meant.</summary>
internal static partial class Failures
{
    public static Failure LiveServerNotSupported(string name) => new(
        ErrorId.LiveServerNotSupported,
        ErrorCategory.NotImplemented,
        $"{name} cannot be reached directly: this version reads snapshots and labs only.",
        "Collect a snapshot on the server with Save-DsrSnapshot.ps1 and pass it on from Import-DsrSnapshot, or try a lab.",
        name);

    public static Failure ServerNotUnderstood(string property, object? value) => new(
        ErrorId.ServerNotUnderstood,
        ErrorCategory.InvalidArgument,
        $"Property {property} of the input names a server in a way that cannot be understood ({TypeOf(value)}).",
        "Give a computer name, a CimSession, an imported snapshot or a lab server there, or leave the property out.",
        value);

    public static Failure ServerIsAnotherOne(IReadOnlyCollection<DsrServer> named, IReadOnlyCollection<DsrServer> given) => new(
        ErrorId.ServerIsAnotherOne,
        ErrorCategory.InvalidArgument,
        $"The input is about {string.Join(", ", named)}, and -Server is {string.Join(", ", given)}.",
        "Leave -Server out for input that brings its own server, also from $PSDefaultParameterValues; or select the other properties of the input.",
        named);

    public static Failure ComputerNameNotPossible(string name, string problem) => new(
        ErrorId.ComputerNameNotPossible, ErrorCategory.InvalidArgument, problem, "Give another name.", name);

    private static string TypeOf(object? value) => value is null ? "null" : value.GetType().Name;
}
