using System.Collections.Generic;
using System.IO;
using System;
using DsrReadiness.Console.Output;
using DsrReadiness.Services.Files;
using DsrReadiness.Services;

namespace DsrReadiness.Console.Inputs;

/// <summary>What servers are to be asked, as the arguments say it: a service, or a file of services.</summary>
/// <param name="service">The service; null if there is a file.</param>
/// <param name="file">The file of services; null if there is a service.</param>
/// <param name="names">Those of the file that are meant; none for those that name the server.</param>
internal sealed class ServiceSource(DsrService? service, string? file, IReadOnlyList<string> names)
{
    /// <summary>The file of services; null if there is a service.</summary>
    public string? File => file;

    /// <summary>True for a file of which every server is meant.</summary>
    public bool IsWholeFile => file is not null && names.Count == 0;

    /// <exception cref="ServiceFileException">The file cannot be read, or has no such service.</exception>
    public ServiceChoice Open() => service is not null ? ServiceChoice.Of(service) : ServiceChoice.Of(Read(file!), names);

    private static ServiceFile Read(string path)
    {
        try
        {
            using FileStream stream = System.IO.File.OpenRead(path);
            return ServiceFile.Read(stream, path);
        }
        catch (FileNotFoundException e)
        {
            throw new ServiceFileException(path, "there is no such file", inner: e);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new ServiceFileException(path, "there is no such folder", inner: e);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw new ServiceFileException(path, Directory.Exists(path) ? "it is a folder" : "it cannot be read: " + e.Message.TrimEnd('.'), inner: e);
        }
    }
}
