using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Errors;

namespace DsrReadiness.Servers;

/// <summary>Which servers one input is for: those that it names itself, if they are among those that the command was given.</summary>
internal static class ServerSelection
{
    /// <summary>Chooses.</summary>
    /// <param name="named">What the input names; null if it names nothing.</param>
    /// <param name="given">What the command was given; null if nothing.</param>
    /// <param name="isDefault">True if it was given by a default value: input that brings its own server along means that one.</param>
    /// <param name="byDefault">The servers that are meant when nothing names any; null for this computer.</param>
    /// <exception cref="FailureException">The input is about a server that the command was not given.</exception>
    public static IReadOnlyList<DsrServer> Choose(IReadOnlyList<DsrServer>? named, IReadOnlyList<DsrServer>? given, bool isDefault = false, IReadOnlyList<DsrServer>? byDefault = null)
    {
        if (named is null)
            return given ?? byDefault ?? [ServerConnector.ThisComputer()];
        if (given is null)
            return named;
        DsrServer?[] chosen = named.Select(each => Find(each, given)).ToArray();
        if (isDefault && !named.Any(IsOnlyName))
            return named;
        return chosen.All(each => each is not null)
            ? chosen.OfType<DsrServer>().ToArray()
            : throw new FailureException(Failures.ServerMismatch(named.ToArray(), given.ToArray()));
    }

    /// <summary>The server itself; or, for one that was only named, the given one of that name.</summary>
    public static DsrServer? Find(DsrServer named, IReadOnlyList<DsrServer> given) =>
        given.FirstOrDefault(each => ReferenceEquals(each.Access, named.Access))
        ?? given.FirstOrDefault(each => IsOnlyName(named) && string.Equals(each.Name, named.Name, StringComparison.OrdinalIgnoreCase));

    private static bool IsOnlyName(DsrServer server) => server.Kind is DsrServerKind.ThisComputer or DsrServerKind.Computer;
}
