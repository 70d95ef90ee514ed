using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Snapshots;
using Microsoft.PowerShell.Commands;

namespace DsrReadiness.Commands;

/// <summary>Reads snapshots from files, to be judged on any machine.</summary>
[Cmdlet(VerbsData.Import, "DsrSnapshot", DefaultParameterSetName = ByPath)]
[OutputType(typeof(DsrSnapshot))]
public sealed class ImportDsrSnapshotCommand : PSCmdlet
{
    internal const string ByPath = "Path";
    internal const string ByLiteralPath = "LiteralPath";

    private volatile bool _isStopping;

    /// <summary>The files; wildcards are expanded.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByPath, HelpMessage = "Snapshot files, such as *.json.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, taken as they are written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath, HelpMessage = "Snapshot files.")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in ParameterSetName == ByPath ? Path : LiteralPath)
        {
            foreach (string file in Files(path))
            {
                if (_isStopping)
                    return;
                Read(file);
            }
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _isStopping = true;

    private IReadOnlyList<string> Files(string path)
    {
        try
        {
            ProviderInfo provider;
            Collection<string> files = ParameterSetName == ByPath
                ? GetResolvedProviderPathFromPSPath(path, out provider)
                : [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)];
            if (provider.ImplementingType != typeof(FileSystemProvider))
                WriteError(Failures.NotAFile(path).ToRecord());
            else if (files.Count > 0)
                return files;
            else
                WriteError(Failures.FileNotFound(path).ToRecord());
        }
        catch (ItemNotFoundException)
        {
            WriteError(Failures.FileNotFound(path).ToRecord());
        }
        catch (SessionStateException e)
        {
            WriteError(Failures.FileCannotBeRead(path, e).ToRecord());
        }

        return [];
    }

    private void Read(string file)
    {
        try
        {
            Snapshot snapshot;
            using (FileStream stream = File.OpenRead(file))
                snapshot = SnapshotFile.Read(stream, file);
            WriteObject(new DsrSnapshot(snapshot, file));
        }
        catch (SnapshotFormatException e)
        {
            WriteError(Failures.FileIsNoSnapshot(e).ToRecord());
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            WriteError(Failures.FileNotFound(file).ToRecord());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError((Directory.Exists(file) ? Failures.NotAFile(file) : Failures.FileCannotBeRead(file, e)).ToRecord());
        }
    }
}
