using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Inventory;

/// <summary>Who is connected to addresses of a server now. UDP has no connections.</summary>
internal static class EstablishedConnections
{
    /// <summary>All that has to be read.</summary>
    public static IReadOnlyCollection<ReadingId> Reads { get; } = [new ReadingId(NetTcpConnectionClass.Class)];

    /// <summary>How many established TCP connections the addresses have together.</summary>
    public static Fact<int> Count(Snapshot snapshot, IReadOnlyCollection<IPAddress> addresses) =>
        snapshot.TcpConnections.TryGet(out IReadOnlyList<TcpConnection>? rows, out Missing? missing)
            ? rows.Count(row => row.State.TryGet(out TcpState state) && state == TcpState.Established && addresses.Contains(row.LocalAddress))
            : missing;
}
