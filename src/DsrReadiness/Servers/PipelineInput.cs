using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using DsrReadiness.Errors;
using DsrReadiness.Output;

namespace DsrReadiness.Servers;

/// <summary>
/// Looks at what came down the pipeline. PowerShell leaves a parameter unset when it cannot convert what the input says, or when a default
/// value was there first: with servers, either would change the wrong one.
/// </summary>
internal static class PipelineInput
{
    private static readonly string[] s_serverProperties = ["Server", "CimSession", "ComputerName", "Cn", "PSComputerName"];

    /// <summary>What is read from the input and stands for no parameter.</summary>
    private static readonly string[] s_readFromInput = [nameof(DsrVerdict.TrafficInterface), "PSComputerName"];

    private static readonly string[] s_interfaceProperties = ["InterfaceAlias", "ifAlias"];

    /// <summary>What remote commands add to all that they write.</summary>
    private static readonly string[] s_remoting = ["RunspaceId", "PSShowComputerName"];

    private static readonly string[] s_rows = [typeof(PSCustomObject).FullName!, "Selected.", "Deserialized." + typeof(PSCustomObject).FullName, "Deserialized.Selected."];

    /// <summary>The servers that the input names; null if it names none.</summary>
    /// <exception cref="FailureException">It names one in a way that cannot be understood.</exception>
    public static IReadOnlyList<DsrServer>? ServersOf(PSObject input)
    {
        if (TryResolve("itself", input) is { } itself)
            return itself;
        foreach (string name in s_serverProperties)
        {
            if (input.Properties[name] is { } property && !(property.Value is null && IsCimInstance(input)))
                return TryResolve(name, property.Value) ?? throw new FailureException(Failures.InvalidServer(name, property.Value));
        }

        return null;
    }

    /// <summary>The name of the interface that a cmdlet of Windows has written, such as Get-NetAdapter; null for anything else.</summary>
    public static string? InterfaceOf(PSObject input) => IsCimInstance(input)
        ? s_interfaceProperties.Select(name => input.Properties[name]?.Value?.ToString()).FirstOrDefault(name => !string.IsNullOrEmpty(name))
        : null;

    /// <summary>The names of the properties that a command takes from its input, aliases included.</summary>
    public static IReadOnlyCollection<string> PropertiesTakenBy(Type command) => command.GetProperties()
        .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(each => each.ValueFromPipelineByPropertyName))
        .SelectMany(property => new[] { property.Name }.Concat(property.GetCustomAttributes<AliasAttribute>().SelectMany(each => each.AliasNames)))
        .Concat(s_readFromInput)
        .ToArray();

    /// <summary>True if the input has a property that a parameter of the command is taken from.</summary>
    public static bool Says(PSObject? input, Type command, string parameter) => input is not null && command.GetProperty(parameter) is { } property
        && property.GetCustomAttributes<AliasAttribute>().SelectMany(each => each.AliasNames).Append(parameter).Any(name => input.Properties[name] is not null);

    /// <summary>True if the input says something that the command can use.</summary>
    public static bool SaysAnything(PSObject input, IReadOnlyCollection<string> properties) => properties.Any(name => input.Properties[name] is not null);

    /// <summary>The columns of a row that nothing takes. Of other objects nobody expects that all they have is taken.</summary>
    public static IReadOnlyList<string> Unused(PSObject input, IReadOnlyCollection<string> properties) =>
        input.BaseObject is PSCustomObject && OwnObject.TypeOf(input) is null && input.TypeNames.FirstOrDefault() is { } type && s_rows.Any(type.StartsWith)
            ? [.. input.Properties.Select(property => property.Name).Except(properties.Concat(s_serverProperties).Concat(s_remoting), StringComparer.OrdinalIgnoreCase)]
            : [];

    /// <summary>By its name alone: off Windows there is none. One of this computer has a PSComputerName without a value.</summary>
    private static bool IsCimInstance(PSObject input) =>
        input.TypeNames.Any(name => name.StartsWith("Microsoft.Management.Infrastructure.CimInstance", StringComparison.Ordinal));

    private static IReadOnlyList<DsrServer>? TryResolve(string property, object? value)
    {
        try
        {
            return ServerReference.TryResolve(value);
        }
        catch (ArgumentException) when (ServerReference.IsDeserializedServer(value))
        {
            throw new FailureException(Failures.ServerIsCopy(value!));
        }
        catch (ArgumentException)
        {
            throw new FailureException(Failures.InvalidServer(property, value));
        }
    }
}
