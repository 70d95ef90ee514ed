using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Connections;

/// <summary>
/// Routes of a Windows computer, in the active store alone. Windows can lead no packets of one process alone, so the whole computer takes such a route: it has a lifetime, so that Windows itself
/// takes it away if nobody does (documented, and not seen on Windows), and it is journaled, so that the next run finds what a dead one left. One run at a time has the journal.
/// </summary>
/// <param name="reader">Reads the computer.</param>
/// <param name="writer">Changes it.</param>
/// <param name="journals">Keeps the journal.</param>
/// <param name="isElevated">True if routes may be changed.</param>
/// <param name="connections">How many established connections the computer has to an address.</param>
/// <param name="lifetime">How long a route lives that nobody gives back.</param>
internal sealed class CimRoutes(
    ICimReader reader, ICimWriter writer, IJournalStore journals, Func<bool> isElevated, Func<IPAddress, int> connections, TimeSpan lifetime) : IHostRoutes, IDisposable
{
    private const long BestMetric = 1;
    private readonly RouteJournal _journal = new(journals);
    private string? _whyNoJournal;

    public RouteRefusal? Refusal() => isElevated() ? null : new RouteRefusal(true, "A route for the packets requires administrator rights. Start PowerShell as administrator.");

    public async Task<IReadOnlyList<string>> CleanAsync(CancellationToken cancellationToken)
    {
        var cleaned = new List<string>();
        try
        {
            foreach ((IPAddress vip, IPAddress server) in _journal.TryOpen() ? _journal.Left() : [])
            {
                cancellationToken.ThrowIfCancellationRequested();
                CimOutcome gone = await writer.ExecuteAsync(CimOperation.Delete(Query(vip, server)), CancellationToken.None).ConfigureAwait(false);
                if (gone.Failure is { Kind: not FailureKind.NotFound })
                    continue; // its entry is kept for the next run; Windows ends the route itself
                _journal.GivenBack(vip);
                if (gone.Failure is null)
                    cleaned.Add($"a route to {vip} by way of {server} that a run before had left");
            }
        }
        catch (JournalStoreException e)
        {
            _whyNoJournal = e.Message;
        }

        return cleaned;
    }

    public async Task<RouteView> LookAsync(IPAddress vip, CancellationToken cancellationToken)
    {
        CimReading own = await reader.ReadAsync(new CimQuery(NetIPAddressClass.Class, CimStore.Active, new CimCondition(NetIPAddressClass.IPAddress, vip.ToString())), cancellationToken).ConfigureAwait(false);
        CimReading routes = await reader.ReadAsync(Query(vip), cancellationToken).ConfigureAwait(false);
        if ((_whyNoJournal ?? (own.Failure ?? routes.Failure)?.ToString()) is { } why)
            return new RouteView([], Failure: why);
        string[] foreign = [.. routes.Rows!.Select(row => $"{(row.Get(NetRouteClass.NextHop).TryGet(out IPAddress hop) ? "by way of " + hop : "without next hop")} on {row.Get(NetRouteClass.InterfaceAlias).Or("an interface without name")}")];
        return new RouteView(foreign, _journal.IsOpen ? null : "Another run on this computer", connections(vip), own.Rows!.Count > 0);
    }

    public async Task<string?> LeaseAsync(RouteLease lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            _journal.Leased(lease.VirtualIPAddress, lease.Server);
        }
        catch (JournalStoreException e)
        {
            return "Cannot make the route, since it cannot be journaled: " + e.Message;
        }

        CimOperation create = Creation(lease);
        CimOutcome made = await writer.ExecuteAsync(create, CancellationToken.None).ConfigureAwait(false);
        string? why = (made.Failure ?? MethodReturn.FailureOf(create, made.ReturnValue)) is { } failure ? "Cannot make the route: " + failure : await WhyWrongAsync(lease).ConfigureAwait(false);
        if (why is not null)
            await GiveBackAsync(lease).ConfigureAwait(false);
        return why;
    }

    public async Task<string?> GiveBackAsync(RouteLease lease)
    {
        CimOutcome back = await writer.ExecuteAsync(CimOperation.Delete(Query(lease.VirtualIPAddress, lease.Server)), CancellationToken.None).ConfigureAwait(false);
        if (back.Failure is null or { Kind: FailureKind.NotFound })
            _journal.GivenBack(lease.VirtualIPAddress);
        return back.Failure switch
        {
            null => null,
            { Kind: FailureKind.NotFound } => $"The route to {lease.VirtualIPAddress} was taken away by somebody else while it was asked: another host may have answered. Ask again.",
            { } failure => $"The route to {lease.VirtualIPAddress} by way of {lease.Server} cannot be removed ({failure}). Remove it: {RouteCommands.Remove(Prefix(lease.VirtualIPAddress), lease.Server)}",
        };
    }

    /// <summary>Closes the journal.</summary>
    public void Dispose() => _journal.Dispose();

    private CimOperation Creation(RouteLease lease) => CimOperation.Invoke(
        new CimQuery(NetRouteClass.Class),
        "Create",
        [
            new CimAssignment("InterfaceIndex", CimType.UInt32, (long)lease.InterfaceIndex),
            new CimAssignment(NetRouteClass.DestinationPrefix, Prefix(lease.VirtualIPAddress)),
            new CimAssignment(NetRouteClass.NextHop, lease.Server.ToString()),
            new CimAssignment(NetRouteClass.AddressFamily, (long)lease.VirtualIPAddress.Family()),
            new CimAssignment(NetRouteClass.RouteMetric, BestMetric),
            new CimAssignment("ValidLifetime", CimType.DateTime, XmlConvert.ToString(lifetime)),
            new CimAssignment("PreferredLifetime", CimType.DateTime, XmlConvert.ToString(lifetime)),
            new CimAssignment("PolicyStore", CimType.String, "ActiveStore"),
        ]);

    /// <summary>Nothing is longer than the prefix of one address: packets take the only route to it.</summary>
    private async Task<string?> WhyWrongAsync(RouteLease lease)
    {
        CimReading routes = await reader.ReadAsync(Query(lease.VirtualIPAddress), CancellationToken.None).ConfigureAwait(false);
        if (routes.Failure is { } failure)
            return "Cannot see where the route leads: " + failure;
        bool isOurs = routes.Rows!.Count == 1 && routes.Rows[0].Get(NetRouteClass.NextHop).Is(lease.Server) && routes.Rows[0].Get(NetRouteClass.InterfaceIndex).Is(lease.InterfaceIndex);
        return isOurs ? null : $"Packets to {lease.VirtualIPAddress} do not take our route alone. See: {RouteCommands.Show(Prefix(lease.VirtualIPAddress))}";
    }

    private static CimQuery Query(IPAddress vip, IPAddress? server = null) => new(
        NetRouteClass.Class,
        CimStore.Active,
        [new CimCondition(NetRouteClass.DestinationPrefix, Prefix(vip)), .. server is null ? Array.Empty<CimCondition>() : [new CimCondition(NetRouteClass.NextHop, server.ToString())]]);

    private static string Prefix(IPAddress vip) => IPPrefix.OfHost(vip).ToString();
}
