using System;
using System.IO;
using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Services.Files;
using Microsoft.PowerShell.Commands;

namespace DsrReadiness.Commands;

/// <summary>Reads service files: JSON, or PowerShell data by the ending of the name.</summary>
internal static class ServiceFiles
{
    /// <exception cref="FailureException">The file cannot be read, or is no service file.</exception>
    public static ServiceFile Read(PSCmdlet cmdlet, string path)
    {
        string file = Resolve(cmdlet, path);
        try
        {
            using FileStream stream = File.OpenRead(file);
            return Read(stream, file);
        }
        catch (ServiceFileException e)
        {
            throw new FailureException(Failures.InvalidServiceFile(e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(Failures.OfReading(file, e));
        }
    }

    /// <exception cref="ServiceFileException">It is no service file.</exception>
    public static ServiceFile Read(Stream stream, string file) => string.Equals(Path.GetExtension(file), ".psd1", StringComparison.OrdinalIgnoreCase)
        ? PowerShellData.Read(stream, file)
        : ServiceFile.Read(stream, file);

    private static string Resolve(PSCmdlet cmdlet, string path)
    {
        try
        {
            string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.ImplementingType == typeof(FileSystemProvider) ? file : throw new FailureException(Failures.NotAFile(path));
        }
        catch (SessionStateException e)
        {
            throw new FailureException(Failures.FileCannotBeRead(path, e));
        }
    }
}
