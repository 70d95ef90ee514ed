using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using DsrReadiness.Errors;

namespace DsrReadiness.Servers;

/// <summary>
/// Looks at what came down the pipeline. PowerShell leaves a parameter unset when it cannot convert what the input says, or when a default
/// value was there first: with servers, either would change the wrong one.
/// </summary>
internal static class PipelineInput
{
    private static readonly string[] s_serverProperties = ["Server", "CimSession", "ComputerName", "Cn", "PSComputerName"];

    /// <summary>The servers that the input names; null if it names none.</summary>
    /// <exception cref="FailureException">It names one in a way that cannot be understood.</exception>
    public static IReadOnlyList<DsrServer>? ServersOf(PSObject input)
    {
        if (TryResolve("itself", input) is { } itself)
            return itself;
        foreach (string name in s_serverProperties)
        {
            if (input.Properties[name] is { } property)
                return TryResolve(name, property.Value) ?? throw new FailureException(Failures.ServerNotUnderstood(name, property.Value));
        }

        return null;
    }

    /// <summary>The names of the properties that a command takes from its input, aliases included.</summary>
    public static IReadOnlyCollection<string> PropertiesTakenBy(Type command) => command.GetProperties()
        .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(each => each.ValueFromPipelineByPropertyName))
        .SelectMany(property => new[] { property.Name }.Concat(property.GetCustomAttributes<AliasAttribute>().SelectMany(each => each.AliasNames)))
        .ToArray();

    /// <summary>True if the input says something that the command can use.</summary>
    public static bool SaysAnything(PSObject input, IReadOnlyCollection<string> properties) => properties.Any(name => input.Properties[name] is not null);

    private static IReadOnlyList<DsrServer>? TryResolve(string property, object? value)
    {
        try
        {
            return ServerReference.TryResolve(value);
        }
        catch (ArgumentException)
        {
            throw new FailureException(Failures.ServerNotUnderstood(property, value));
        }
    }
}
