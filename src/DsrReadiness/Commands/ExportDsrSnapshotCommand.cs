using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Errors;
using DsrReadiness.Snapshots;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Takes snapshots of servers and writes them to files: collect here, judge there.</summary>
[Cmdlet(VerbsData.Export, "DsrSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportDsrSnapshotCommand : ServerCmdlet
{
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A folder, in which each server gets a file of its name; or, for one server, the file.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "A folder; or, for one server, a file.")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Leaves files alone that exist already.</summary>
    [Parameter(HelpMessage = "Leaves files alone that exist already.")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Writes the files that were made to the pipeline.</summary>
    [Parameter(HelpMessage = "Writes the files that were made.")]
    public SwitchParameter PassThru { get; set; }

    private protected override bool AsksUser => true;

    private protected override Func<ServerJob, Task> Prepare()
    {
        string path = GetUnresolvedProviderPathFromPSPath(Path);
        bool isFolder = Directory.Exists(path) || Path.EndsWith("/", StringComparison.Ordinal) || Path.EndsWith("\\", StringComparison.Ordinal);
        bool mayOverwrite = !NoClobber;
        bool passThru = PassThru;
        return job => ExportAsync(job, isFolder ? System.IO.Path.Combine(path, SnapshotFileName.For(job.Server.Name)) : path, mayOverwrite, passThru);
    }

    private async Task ExportAsync(ServerJob job, string file, bool mayOverwrite, bool passThru)
    {
        if (!mayOverwrite && File.Exists(file))
            throw new FailureException(Failures.FileExists(file));
        if (!job.Ask(() => _written.Add(file)))
            throw new FailureException(Failures.FileWrittenAlready(file, job.Server));
        if (!job.MayDo(file, $"Write a snapshot of {job.Server}"))
            return;
        job.Tell($"Reading {job.Server}.");
        Snapshot snapshot = await job.Server.Access.TakeSnapshotAsync(null, job.Stopping).ConfigureAwait(false);
        try
        {
            NewFile.Write(file, mayOverwrite, stream => SnapshotFile.Write(snapshot, stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(Failures.FileCannotBeWritten(file, e));
        }

        job.Tell($"Wrote {file}.");
        if (passThru)
            job.Write(new FileInfo(file));
    }
}
