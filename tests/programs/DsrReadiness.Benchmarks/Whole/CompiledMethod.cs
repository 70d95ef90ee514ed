using System;
using System.Text.RegularExpressions;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>A method that the runtime has compiled, as it says in its own summary.</summary>
/// <param name="Area">What it belongs to.</param>
/// <param name="Kind">What it is.</param>
internal sealed partial record CompiledMethod(string Area, MethodKind Kind)
{
    public const string OverOurs = "generic types of .NET, for our types";
    public const string Others = "the rest of .NET, and PowerShell";

    private const string Own = "DsrReadiness.";

    /// <summary>Reads a line of the summary; null for one of something else.</summary>
    public static CompiledMethod? Read(string line) => Summary().Match(line) is { Success: true } match
        ? new CompiledMethod(AreaOf(match.Groups[1].Value, line), KindOf(match.Groups[1].Value, match.Groups[2].Value))
        : null;

    private static string AreaOf(string type, string line)
    {
        if (!type.StartsWith(Own, StringComparison.Ordinal))
            return line.Contains(Own, StringComparison.Ordinal) ? OverOurs : Others;
        return type.Split('.', '+')[1] switch
        {
            "Checks" => "checks",
            "Cim" => "CIM classes, rows and their values",
            "Snapshots" or "Json" => "snapshots and their files",
            "Host" => "host model",
            "Firewall" => "firewall",
            "Commands" or "Completion" or "Errors" or "Output" or "Servers" or "Threading" => "cmdlets and what they give",
            _ => "addresses, services, advice and texts",
        };
    }

    private static MethodKind KindOf(string type, string method)
    {
        if (type.Contains(">d__", StringComparison.Ordinal))
            return MethodKind.Iterator;
        if (method.Contains(">b__", StringComparison.Ordinal))
            return MethodKind.Lambda;
        return method is ".ctor" or ".cctor" ? MethodKind.Constructor
            : method.StartsWith("get_", StringComparison.Ordinal) ? MethodKind.Getter
            : MethodKind.Other;
    }

    [GeneratedRegex(@"^\s*\d+: JIT compiled (?:\([^)]*\) )?([^:]+):([^(\[]+)")]
    private static partial Regex Summary();
}

/// <summary>What a compiled method is, by its name.</summary>
internal enum MethodKind
{
    /// <summary>A lambda.</summary>
    Lambda,

    /// <summary>The getter of a property.</summary>
    Getter,

    /// <summary>A constructor, of an object or a type.</summary>
    Constructor,

    /// <summary>A method of an iterator or an asynchronous method, of which the compiler makes a type.</summary>
    Iterator,

    /// <summary>Any other.</summary>
    Other,
}
