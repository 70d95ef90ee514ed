using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Netsh;
using DsrReadiness.Snapshots.Saved;
using Microsoft.PowerShell.Commands;

namespace DsrReadiness.Commands;

/// <summary>Reads snapshots from files, to be judged on any machine.</summary>
[Cmdlet(VerbsData.Import, "DsrSnapshot", HelpUri = OnlineHelp.Folder + "Import-DsrSnapshot.md", DefaultParameterSetName = ByPath)]
[OutputType(typeof(DsrSnapshot))]
public sealed class ImportDsrSnapshotCommand : PSCmdlet
{
    internal const string ByPath = "Path";
    internal const string ByLiteralPath = "LiteralPath";
    internal const string ByNetsh = "Netsh";

    private readonly List<SavedFile> _saved = [];
    private volatile bool _isStopping;
    private string? _completed;

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

    /// <summary>What <c>netsh interface ipv4 show interface level=verbose</c> shows, as a file.</summary>
    [Parameter(HelpMessage = "A file with what netsh interface ipv4 show interface level=verbose shows.")]
    [ValidateNotNullOrEmpty]
    public string? NetshIPv4 { get; set; }

    /// <summary>What <c>netsh interface ipv6 show interface level=verbose</c> shows, as a file.</summary>
    [Parameter(HelpMessage = "A file with what netsh interface ipv6 show interface level=verbose shows.")]
    [ValidateNotNullOrEmpty]
    public string? NetshIPv6 { get; set; }

    /// <summary>The server's name, where there is no snapshot that names it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByNetsh, HelpMessage = "The name of the server that the texts are of.")]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = string.Empty;

    private bool HasTexts => NetshIPv4 is not null || NetshIPv6 is not null;

    /// <inheritdoc/>
    protected override void BeginProcessing() => LoadedVersion.Check(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByNetsh)
        {
            if (ReadTexts((texts, takenAt) => texts.Make(ComputerName, takenAt)) is { } made)
                WriteObject(new DsrSnapshot(made, GetUnresolvedProviderPathFromPSPath(NetshIPv4 ?? NetshIPv6)));
            return;
        }

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

    /// <summary>Files of what cmdlets gave are one server, once all of them are there.</summary>
    protected override void EndProcessing()
    {
        if (_saved.Count == 0 || _isStopping)
            return;
        try
        {
            Snapshot snapshot = SavedSnapshot.Of(_saved);
            WriteSnapshot(snapshot, _saved[0].Name);
            if (StillMissing.Of(snapshot) is { } missing)
                WriteWarning($"{snapshot.ComputerName}: {missing}");
        }
        catch (SnapshotFormatException e)
        {
            WriteError(Failures.InvalidSnapshotFile(e).ToRecord());
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
                Refuse(path, Failures.FileNotFound(path));
        }
        catch (ItemNotFoundException)
        {
            Refuse(path, Failures.FileNotFound(path));
        }
        catch (Exception e) when (e is SessionStateException or WildcardPatternException or ArgumentException)
        {
            Refuse(path, Failures.FileCannotBeRead(path, e));
        }

        return [];
    }

    /// <summary>A file may be called anything; where there is none, what begins as JSON or XML does is what is in one, and so is all that comes behind it.</summary>
    private void Refuse(string path, Failure failure)
    {
        if (IsContent(path.TrimStart()))
            ThrowTerminatingError(Failures.ContentIsNotAPath(path).ToRecord());
        WriteError(failure.ToRecord());
    }

    /// <summary>True for what begins as JSON or XML does. A bracket is a list of objects, or begins a pattern such as [AB]*.json.</summary>
    private static bool IsContent(string text) =>
        text.IndexOfAny(['{', '<']) == 0 || (text.IndexOf('[') == 0 && text.Substring(1).TrimStart() is var rest && (rest.Length == 0 || rest.IndexOfAny(['{', '"', ']']) == 0));

    private void Read(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            bool isSaved = SavedKind.IsOne(stream);
            stream.Position = 0;
            if (isSaved)
                _saved.Add(SavedFile.Read(stream, file, File.GetLastWriteTimeUtc(file)));
            else
                WriteSnapshot(SnapshotFile.Read(stream, file), file);
        }
        catch (SnapshotFormatException e)
        {
            WriteError(Failures.InvalidSnapshotFile(e).ToRecord());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(Failures.OfReading(file, e).ToRecord());
        }
    }

    private void WriteSnapshot(Snapshot snapshot, string file)
    {
        if (!HasTexts)
            WriteObject(new DsrSnapshot(snapshot, file));
        else if (ReadTexts((texts, _) => AddTexts(texts, snapshot, file)) is { } completed)
            WriteObject(new DsrSnapshot(completed, file));
    }

    /// <summary>The texts are of one server, and the files may be of many.</summary>
    private Snapshot AddTexts(NetshSnapshot texts, Snapshot snapshot, string file)
    {
        if (_completed is not null)
            throw new NetshTextException(file, $"the texts were used for '{_completed}' already, and are of one server");
        Snapshot completed = texts.AddTo(snapshot, file);
        _completed = file;
        return completed;
    }

    private Snapshot? ReadTexts(Func<NetshSnapshot, DateTimeOffset, Snapshot> use)
    {
        string current = ComputerName;
        try
        {
            var texts = new NetshSnapshot();
            DateTimeOffset takenAt = DateTimeOffset.MinValue;
            foreach ((string? path, IPFamily family) in new[] { (NetshIPv4, IPFamily.IPv4), (NetshIPv6, IPFamily.IPv6) })
            {
                if (path is null)
                    continue;
                current = GetUnresolvedProviderPathFromPSPath(path);
                using FileStream stream = File.OpenRead(current);
                texts.Read(stream, current, family);
                DateTimeOffset written = File.GetLastWriteTimeUtc(current);
                takenAt = written > takenAt ? written : takenAt;
            }

            return HasTexts ? use(texts, takenAt) : throw new NetshTextException(current, "no text is given: give -NetshIPv4, -NetshIPv6 or both");
        }
        catch (NetshTextException e)
        {
            WriteError(Failures.InvalidNetshText(e).ToRecord());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(Failures.OfReading(current, e).ToRecord());
        }

        return null;
    }
}
