using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Commands;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Completion;

/// <summary>Completes the names of the services of a service file.</summary>
public sealed class ServiceNameCompleter : WordCompleter
{
    private protected override IEnumerable<Word> Find(string command, IDictionary parameters) => Services(parameters["ServiceFile"] as string).Select(
            service => new Word(service.Name, service.Name, string.Join(", ", service.Service.VirtualIPAddresses)));

    private static IReadOnlyList<ListedService> Services(string? path)
    {
        if (path is null)
            return [];
        try
        {
            using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
            string? file = shell.AddCommand("Microsoft.PowerShell.Management\\Convert-Path").AddParameter("LiteralPath", path).Invoke<string>().FirstOrDefault();
            if (file is null)
                return [];
            using FileStream stream = File.OpenRead(file);
            return ServiceFiles.Read(stream, file).Services;
        }
        catch (Exception e) when (e is ServiceFileException or IOException or UnauthorizedAccessException or RuntimeException)
        {
            return []; // Whoever is still typing is not to be told of a file that cannot be read; the command tells.
        }
    }
}
