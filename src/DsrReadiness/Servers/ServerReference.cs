using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace DsrReadiness.Servers;

/// <summary>Tells which server a value names. What names none is left to others, and what should name one and does not is refused.</summary>
internal static class ServerReference
{
    private const string SessionType = "Microsoft.Management.Infrastructure.CimSession";
    private const string DeserializedPrefix = "Deserialized.";

    /// <summary>The servers of a value, alone or in a list; the value itself, or a list with it, where it is none.</summary>
    /// <exception cref="ArgumentException">The value is null, empty or blank, or no possible name.</exception>
    public static object Resolve(object? value)
    {
        object? bare = Unwrap(value);
        if (bare is not IEnumerable or string or IDictionary)
            return ResolveOne(value);
        object[] items = ((IEnumerable)bare).Cast<object?>().Select(ResolveOne).ToArray();
        return items.Length == 0 ? throw new ArgumentException("The list of servers is empty. Leave the parameter out to mean this computer.") : items;
    }

    /// <summary>The servers of a value; null if it is, or has in it, something that is no server.</summary>
    /// <exception cref="ArgumentException">The value is null, empty or blank, or no possible name.</exception>
    public static IReadOnlyList<DsrServer>? TryResolve(object? value) => Resolve(value) switch
    {
        DsrServer one => [one],
        object[] many when many.All(each => each is DsrServer) => many.Cast<DsrServer>().ToArray(),
        _ => null,
    };

    private static object ResolveOne(object? value) => Unwrap(value) switch
    {
        null => throw new ArgumentException(ComputerName.WhyNot(null)),
        DsrServer server => server,
        IStandsForServer stand => stand.Server,
        string or FileInfo when ComputerName.WhyNotFile(value) is { } problem => throw new ArgumentException(problem),
        string name => ComputerName.WhyNot(name) is { } problem ? throw new ArgumentException(problem) : ServerConnector.Computer(name),
        { } other when IsSession(other.GetType()) => ServerConnector.Session(other, NameOf(other)),
        _ => IsDeserializedServer(value)
            ? throw new ArgumentException("This server comes from a file or another session and is not alive here: give the server itself, or its name.")
            : value!,
    };

    /// <summary>By its name alone: a parameter of the type itself would make PowerShell turn names into sessions on its own.</summary>
    private static bool IsSession(Type? type) => type is not null && (type.FullName == SessionType || IsSession(type.BaseType));

    private static string? NameOf(object session) => session.GetType().GetProperty("ComputerName")?.GetValue(session) as string;

    /// <summary>True for a server that comes from a file or another session.</summary>
    public static bool IsDeserializedServer(object? value) =>
        value is PSObject wrapped && wrapped.TypeNames?.Contains(DeserializedPrefix + typeof(DsrServer).FullName) == true;

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
