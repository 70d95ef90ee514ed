using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks;

/// <summary>What may be given beside a snapshot and a service. A check that needs what was not given does not apply.</summary>
/// <param name="earlier">An earlier snapshot of the same server, from when it was ready.</param>
/// <param name="pool">The servers that answer for the same VIPs.</param>
/// <param name="journal">The devices that the server's journals tell of, as <see cref="Cim.Classes.JournalDeviceClass"/> has them.</param>
/// <param name="otherServices">The other services of the server, all of them.</param>
internal sealed class CheckInputs(
    Snapshot? earlier = null, Pool? pool = null, CimReading? journal = null, IReadOnlyList<DsrService>? otherServices = null)
{
    /// <summary>Nothing was given.</summary>
    public static CheckInputs None { get; } = new();

    /// <summary>An earlier snapshot of the same server, from when it was ready.</summary>
    public Snapshot? Earlier { get; } = earlier;

    /// <summary>The servers that answer for the same VIPs, the judged one perhaps among them.</summary>
    public Pool? Pool { get; } = pool;

    /// <summary>The other services of the server, all of them; null if they are not known.</summary>
    public IReadOnlyList<DsrService>? OtherServices { get; } = otherServices;

    /// <summary>The devices that the server's journals tell of.</summary>
    public Reading<JournalDevice>? Journal { get; } = journal is null ? null : Reading<JournalDevice>.Map(journal, row => new JournalDevice(row));
}
