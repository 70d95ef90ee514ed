using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using DsrReadiness.Errors;
using DsrReadiness.Help.Facts;

namespace DsrReadiness.Commands.Tests.Contracts;

/// <summary>What the module's assembly offers, by reflection.</summary>
internal static class Module
{
    public static Assembly Assembly => typeof(TestDsrReadinessCommand).Assembly;

    public static IReadOnlyList<CmdletFacts> Cmdlets { get; } = CmdletFacts.In(Assembly);

    /// <summary>The types that cmdlets write and that are the module's own.</summary>
    public static IEnumerable<Type> Outputs { get; } =
        [.. Assembly.GetExportedTypes().Where(type => type.Namespace == "DsrReadiness.Output" && !type.IsEnum && !type.IsAbstract && !type.IsGenericType)];

    /// <summary>The methods that make the errors, named as the errors' ids.</summary>
    public static IReadOnlyList<MethodInfo> Errors { get; } = [.. typeof(Failures).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(Failure)).OrderBy(method => method.Name, StringComparer.Ordinal)];

    public static TheoryData<string> Names() => [.. Cmdlets.Select(each => each.Name)];

    public static CmdletFacts Find(string name) => Cmdlets.Single(each => each.Name == name);

    public static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Module).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
