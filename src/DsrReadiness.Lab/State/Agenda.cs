using System;
using System.Collections.Generic;

namespace DsrReadiness.Lab.State;

/// <summary>What happens on the server by itself, each thing at its time. It is caught up with whenever somebody looks.</summary>
internal sealed class Agenda(TimeSpan now)
{
    private readonly List<Entry> _entries = [];

    /// <summary>The time, by the clock that nobody sets, up to which everything has happened; inside an event, the time of the event.</summary>
    public TimeSpan Now { get; private set; } = now;

    public void After(TimeSpan delay, Action happens)
    {
        var entry = new Entry(Now + delay, happens);
        int later = _entries.FindIndex(each => each.Due > entry.Due);
        _entries.Insert(later < 0 ? _entries.Count : later, entry);
    }

    public void CatchUp(TimeSpan now)
    {
        while (_entries.Count > 0 && _entries[0].Due <= now)
        {
            Entry next = _entries[0];
            _entries.RemoveAt(0);
            Now = next.Due;
            next.Happens();
        }

        Now = now;
    }

    public void Clear() => _entries.Clear();

    private sealed class Entry(TimeSpan due, Action happens)
    {
        public TimeSpan Due { get; } = due;

        public Action Happens { get; } = happens;
    }
}
