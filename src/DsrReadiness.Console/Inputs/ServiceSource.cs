using System;
using System.Collections.Generic;
using System.IO;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Console.Inputs;

/// <summary>What servers are to be asked, as the arguments say it: a service, or a file of services.</summary>
internal sealed class ServiceSource
{
    private readonly DsrService? _service;
    private readonly IReadOnlyList<string> _names = [];

    public ServiceSource(DsrService service) => _service = service;

    /// <param name="file">The file of services.</param>
    /// <param name="names">Those that are meant; none for those that name the server.</param>
    public ServiceSource(string file, IReadOnlyList<string> names)
    {
        File = file;
        _names = names;
    }

    /// <summary>The file of services; null if there is a service.</summary>
    public string? File { get; }

    /// <exception cref="ServiceFileException">The file cannot be read, or has no such service.</exception>
    public ServiceChoice Open() => _service is not null ? ServiceChoice.Of(_service) : ServiceChoice.Of(Read(File!), _names);

    private static ServiceFile Read(string path)
    {
        try
        {
            using FileStream stream = System.IO.File.OpenRead(path);
            return ServiceFile.Read(stream, path);
        }
        catch (FileNotFoundException e)
        {
            throw new ServiceFileException(path, "there is no such file", e);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new ServiceFileException(path, "there is no such folder", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ServiceFileException(path, Directory.Exists(path) ? "it is a folder" : "it cannot be read: " + e.Message.TrimEnd('.'), e);
        }
    }
}
