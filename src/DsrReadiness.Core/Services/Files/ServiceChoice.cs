using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Services.Files;

/// <summary>What is asked of servers: one service of all of them, or what a file says of each.</summary>
internal sealed class ServiceChoice
{
    private readonly ServiceFile? _file;
    private readonly IReadOnlyList<ListedService> _services;
    private readonly bool _isByName;
    private readonly AskedService? _given;

    private ServiceChoice(ServiceFile? file, IReadOnlyList<ListedService> services, bool isByName, AskedService? given)
    {
        _file = file;
        _services = services;
        _isByName = isByName;
        _given = given;
        Servers = services.SelectMany(service => service.Pools).SelectMany(pool => pool.Servers).Select(server => server.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
    }

    /// <summary>The servers that the chosen services name, each once.</summary>
    public IReadOnlyList<string> Servers { get; }

    /// <summary>The computers that the chosen services name as witnesses, each once.</summary>
    public IEnumerable<string> Witnesses => _services.SelectMany(service => service.Witnesses).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pools of the chosen services.</summary>
    public IEnumerable<ServicePool> Pools => _services.SelectMany(service => service.Pools);

    /// <summary>One service, asked of every server.</summary>
    public static ServiceChoice Of(DsrService service) => new(null, [], false, new AskedService(service, null, null));

    /// <summary>The services of a file: those of some names, asked of every server; or else of each server those that name it.</summary>
    /// <exception cref="ServiceFileException">There is no service of one of the names.</exception>
    public static ServiceChoice Of(ServiceFile file, IReadOnlyList<string> names) => new(file, file.Select(names), names.Count > 0, null);

    /// <summary>The services that are asked of a server; none if the file does not name it.</summary>
    public IReadOnlyList<AskedService> For(string computerName)
    {
        if (_given is not null)
            return [_given];
        ListedService[]? all = _file!.Services.Any(service => service.PoolOf(computerName) is not null)
            ? _file.Services.Where(service => IsOf(service, computerName)).ToArray()
            : null;
        return _services.Where(service => _isByName ? !service.IsWitness(computerName) : IsOf(service, computerName)).Select(service => new AskedService(
            service.For(computerName),
            service.PoolOf(computerName),
            all?.Where(other => other != service).Select(other => other.For(computerName)).ToArray())).ToArray();
    }

    /// <summary>The services that computers have to do with, as servers or as witnesses; and those that were chosen by name, or name no server.</summary>
    public IReadOnlyList<DsrService> Concerning(IReadOnlyCollection<string> computerNames) => _given is not null
        ? [_given.Service]
        : [.. _services.Where(service => _isByName || service.Pools.Count == 0 || computerNames.Any(name => service.PoolOf(name) is not null || service.IsWitness(name)))
            .Select(service => service.Service)];

    /// <summary>True for a computer that the file names, to tell who answers for the VIPs, but not as a server: nothing is asked of it.</summary>
    public bool IsWitness(string computerName) => _services.Any(service => service.IsWitness(computerName));

    /// <summary>The only service that is asked, for whoever knows no server.</summary>
    /// <exception cref="ServiceFileException">There are several.</exception>
    public DsrService Single() => _given?.Service ?? (_services.Count == 1
        ? _services[0].Service
        : throw new ServiceFileException(_file!.Name, $"there are {_services.Count} services, {string.Join(", ", _services.Select(service => $"'{service.Name}'"))}: name one"));

    /// <summary>Why nothing is asked of a server, as the beginning of a sentence.</summary>
    public string WhyNone(string computerName) => _isByName ? $"no service is chosen for {computerName}" : $"no service of {_file?.Name} names {computerName}";

    /// <summary>A service that names no server is for any.</summary>
    private static bool IsOf(ListedService service, string computerName) =>
        service.PoolOf(computerName) is not null || (service.Pools.Count == 0 && !service.IsWitness(computerName));
}
