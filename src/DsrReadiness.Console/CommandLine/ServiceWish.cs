using System.Collections.Generic;
using DsrReadiness.Services;

namespace DsrReadiness.Console.CommandLine;

/// <summary>What servers are to be asked, as the arguments say it: a service, or a file of services.</summary>
internal sealed class ServiceWish
{
    public ServiceWish(DsrService service) => Service = service;

    public ServiceWish(string file, IReadOnlyList<string> names)
    {
        File = file;
        Names = names;
    }

    /// <summary>The service; null if there is a file.</summary>
    public DsrService? Service { get; }

    /// <summary>The file of services; null if there is a service.</summary>
    public string? File { get; }

    /// <summary>The services of the file that are meant; none for those that name the server.</summary>
    public IReadOnlyList<string> Names { get; } = [];
}
