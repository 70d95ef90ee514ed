using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DsrReadiness.Errors;
using DsrReadiness.Redaction;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Takes snapshots of servers and writes them to files: collect here, judge there.</summary>
[Cmdlet(VerbsData.Export, "DsrSnapshot", HelpUri = OnlineHelp.Folder + "Export-DsrSnapshot.md", SupportsShouldProcess = true)]
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

    /// <summary>Gives pseudonyms to all that tells of an organisation, the same in all files of one command. IP addresses stay.</summary>
    [Parameter(HelpMessage = "Gives pseudonyms to names, GUIDs and MAC addresses. IP addresses stay.")]
    public SwitchParameter Redact { get; set; }

    /// <summary>Writes the files that were made to the pipeline.</summary>
    [Parameter(HelpMessage = "Writes the files that were made.")]
    public SwitchParameter PassThru { get; set; }

    private protected override bool AsksUser => true;

    private protected override Func<ServerJob, Task> Prepare()
    {
        string path = GetUnresolvedProviderPathFromPSPath(Path);
        bool isFolder = Directory.Exists(path) || Path.EndsWith("/", StringComparison.Ordinal) || Path.EndsWith("\\", StringComparison.Ordinal);
        SnapshotRedactor? redactor = Redact ? new SnapshotRedactor(RandomKey()) : null;
        return job =>
        {
            string name = redactor?.NameOf(job.Server.Name) ?? job.Server.Name;
            return ExportAsync(job, isFolder ? System.IO.Path.Combine(path, SnapshotFileName.For(name)) : path, isFolder, redactor);
        };
    }

    private static byte[] RandomKey()
    {
        byte[] key = new byte[Pseudonyms.ShortestKey];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(key);
        return key;
    }

    /// <summary>Who keeps what the command writes can tell whose a redacted file is; the file itself does not say.</summary>
    private static object Made(string file, ServerJob job, bool isRedacted)
    {
        var made = new FileInfo(file);
        if (!isRedacted)
            return made;
        var named = new PSObject(made);
        named.Properties.Add(new PSNoteProperty("RedactedFrom", SafeText.Of(job.Server.Name)));
        return named;
    }

    private async Task ExportAsync(ServerJob job, string file, bool isInFolder, SnapshotRedactor? redactor)
    {
        if (NoClobber && File.Exists(file))
            throw new FailureException(Failures.FileExists(file));
        if (!job.Ask(() => _written.Add(file)))
            throw new FailureException(Failures.FileWrittenAlready(file, job.Server, isInFolder));
        if (!job.MayDo(file, $"Write a {(redactor is null ? "snapshot" : "redacted snapshot")} of {job.Server}"))
            return;
        Snapshot snapshot = await job.ReadAsync().ConfigureAwait(false);
        if (redactor is not null)
            snapshot = redactor.Redact(snapshot);
        try
        {
            NewFile.Write(file, !NoClobber, stream => SnapshotFile.Write(snapshot, stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(Failures.FileCannotBeWritten(file, e));
        }

        job.Tell(redactor is null ? $"Wrote {file}." : $"Wrote {file}, the redacted snapshot of {job.Server}.");
        if (PassThru)
            job.Write(Made(file, job, redactor is not null));
    }
}
