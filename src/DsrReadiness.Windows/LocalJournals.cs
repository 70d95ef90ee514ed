using System;
using System.Collections.Generic;
using System.IO;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Windows.Hosting;

namespace DsrReadiness.Windows;

/// <summary>
/// The journals of this computer, of runs on itself and on others: under ProgramData, for administrators alone. The folder is made with the first run, and made sure of before each.
/// </summary>
internal sealed class LocalJournals : IJournalStore
{
    private static readonly string s_root = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "DsrReadiness");

    private readonly JournalFolder _folder = new(s_root);

    /// <inheritdoc/>
    public IDisposable? TryLock(string computerName)
    {
        EnsureRoot();
        return _folder.TryLock(computerName);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string computerName)
    {
        if (!Directory.Exists(s_root))
            return [];
        EnsureRoot();
        return _folder.List(computerName);
    }

    /// <inheritdoc/>
    public byte[] Read(string computerName, string runId) => _folder.Read(computerName, runId);

    /// <inheritdoc/>
    public void Begin(string computerName, string runId, byte[] line) => _folder.Begin(computerName, runId, line);

    /// <inheritdoc/>
    public void Append(string computerName, string runId, byte[] line) => _folder.Append(computerName, runId, line);

    /// <inheritdoc/>
    public void Truncate(string computerName, string runId, int length) => _folder.Truncate(computerName, runId, length);

    /// <inheritdoc/>
    public string PathOf(string computerName, string runId) => _folder.PathOf(computerName, runId);

    private static void EnsureRoot()
    {
        try
        {
            OwnersFolder.Ensure(s_root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalStoreException(e.Message, e);
        }
    }
}
