using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Services.Files;

/// <summary>Services with their pools and servers, as a file keeps them: format <c>dsr-services/1</c>.</summary>
/// <param name="Name">The file, as the caller named it.</param>
/// <param name="Services">What it describes.</param>
internal sealed record ServiceFile(string Name, IReadOnlyList<ListedService> Services)
{
    /// <summary>What member <c>format</c> of a service file says.</summary>
    public const string Format = "dsr-services/1";

    /// <summary>How many bytes a file may have: thousands of services with thousands of servers have room in it.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    /// <summary>Reads JSON.</summary>
    /// <exception cref="ServiceFileException">It is no service file.</exception>
    public static ServiceFile Read(Stream stream, string name)
    {
        using StreamBuffer buffer = StreamBuffer.Rent();
        return buffer.TryFill(stream, MaximumBytes)
            ? Read(JsonData.Read(buffer.Bytes, buffer.Count, name), name)
            : throw new ServiceFileException(name, $"the file is larger than {MaximumBytes} bytes, which no services need");
    }

    /// <summary>Makes services of values, whatever these were written in.</summary>
    /// <param name="root">The values.</param>
    /// <param name="name">The file, for messages.</param>
    /// <param name="comparison">How names of members are compared.</param>
    /// <exception cref="ServiceFileException">They are no services.</exception>
    public static ServiceFile Read(DataNode root, string name, StringComparison comparison = StringComparison.Ordinal) =>
        new(name, new ServiceFileReader(name, comparison).Read(root));

    /// <summary>The services of these names, or all.</summary>
    /// <exception cref="ServiceFileException">There is no service of one of the names.</exception>
    public IReadOnlyList<ListedService> Select(IReadOnlyList<string> names) => names.Count == 0 ? Services : names.Select(Find).Distinct().ToArray();

    private ListedService Find(string name)
    {
        if (Services.FirstOrDefault(service => string.Equals(service.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        string[] names = Services.Select(service => service.Name).ToArray();
        string meant = Nearest.Of(name, names) is { } nearest
            ? $"'{nearest}' may be meant"
            : "it has " + string.Join(", ", names.Select(each => $"'{each}'"));
        throw new ServiceFileException(Name, $"there is no service '{name}': {meant}");
    }
}
