using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>How journals fail.</summary>
public enum Loss
{
    /// <summary>The disk is full: nothing of the line is written, nor of any after it.</summary>
    Full,

    /// <summary>The disk becomes full within the line: a part of it is written, and nothing after it.</summary>
    FullWithinLine,

    /// <summary>One line cannot be written, and those after it could.</summary>
    Once,

    /// <summary>Somebody removes the folder with all that is in it.</summary>
    Vanished,
}

/// <summary>Journals that can be written no more from some line on.</summary>
/// <param name="loss">How they fail.</param>
/// <param name="line">At which line, from 1; 0 for none.</param>
internal sealed class LossyJournals(Loss loss, int line) : IJournalStore
{
    public const string Message = "There is no room. Make some.";

    private MemoryJournals _kept = new();
    private int _lines;

    /// <summary>True once a line was lost.</summary>
    public bool HasFailed => line > 0 && _lines >= line;

    /// <summary>How many lines were written or lost.</summary>
    public int Lines => _lines;

    /// <summary>What became of the journals, with room again for more.</summary>
    public IJournalStore Mended => _kept;

    public IDisposable? TryLock(string computerName) => _kept.TryLock(computerName);

    public IReadOnlyList<string> List(string computerName) => _kept.List(computerName);

    public byte[] Read(string computerName, string runId) => _kept.Read(computerName, runId);

    public void Begin(string computerName, string runId, byte[] line) => Write(line, each => _kept.Begin(computerName, runId, each), computerName, runId);

    public void Append(string computerName, string runId, byte[] line) => Write(line, each => _kept.Append(computerName, runId, each), computerName, runId);

    public void Truncate(string computerName, string runId, int length) => _kept.Truncate(computerName, runId, length);

    public string PathOf(string computerName, string runId) => _kept.PathOf(computerName, runId);

    private void Write(byte[] text, Action<byte[]> write, string computerName, string runId)
    {
        _lines++;
        if (_lines == line && loss == Loss.Vanished)
            _kept = new MemoryJournals();
        if (_lines == line && loss == Loss.FullWithinLine)
        {
            write([.. text.Take(text.Length / 2)]);
            byte[] torn = _kept.Read(computerName, runId);
            _kept.Truncate(computerName, runId, torn.Length - 1);
        }

        bool isLost = line > 0 && (loss == Loss.Once ? _lines == line : _lines >= line);
        if (isLost && loss != Loss.Vanished)
            throw new JournalStoreException(Message);
        write(text);
    }
}
