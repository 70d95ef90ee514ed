using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Connections;

/// <summary>Holds packets against snapshots of the servers: where both know the same, and where they disagree.</summary>
internal sealed class SnapshotView(IReadOnlyCollection<Snapshot> snapshots, ConnectionRequest request)
{
    /// <summary>Checks whose failure a client would feel.</summary>
    private static readonly string[] s_felt = ["V01", "V04", "A03", "M01", "M02", "S01", "S04", "W01", "W05"];

    private readonly Lazy<(ILookup<string, Snapshot> ByName, ILookup<IPAddress, Snapshot> ByAddress)> _known = new(() => (
        snapshots.ToLookup(each => PoolServer.HostPart(each.ComputerName), StringComparer.OrdinalIgnoreCase),
        snapshots.SelectMany(each => (each.Addresses(CimStore.Active).Rows ?? []).Select(row => (Address: AddressText.Canonical(row.Address), Snapshot: each))).ToLookup(each => each.Address, each => each.Snapshot)));

    /// <summary>The result with what a snapshot of its server says of it; as it was where there is none.</summary>
    public ConnectionResult Beside(ConnectionResult result)
    {
        if (result.Outcome is ConnectionOutcome.NotAsked or ConnectionOutcome.Unresolved || Find(result) is not { } snapshot)
            return result;
        ServicePort[] ports = result.Port.Protocol == ConnectionProtocol.Icmp ? [] : [ServicePort.Parse(result.Port.ToString())];
        var service = new DsrService([result.VirtualIPAddress], ports, request.Balancers, environment: request.Environment);
        CheckResult[] felt = [.. new CheckRunner(Catalogue.Observing).Run(snapshot, service).Results.Where(each => s_felt.Contains(each.Id) || result.Explains.Contains(each.Id))];
        CheckResult[] failed = [.. felt.Where(each => each.Outcome == Outcome.Failed && (each.Severity == Severity.Error || result.Explains.Contains(each.Id)))];
        string when = "The snapshot of " + snapshot.CollectedAt.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        if (result.Outcome == ConnectionOutcome.Answered)
        {
            return failed.Length == 0 ? result : result with
            {
                Disagreement = $"{when} fails {Ids(failed)}, and the server answered: it was changed since, or the packet came by a way that the checks do not know. Take a new snapshot.",
            };
        }

        if (failed.Length > 0)
            return result with { Explains = [.. failed.Select(each => each.Id)], Reason = $"{result.Reason} {when} fails {Ids(failed)}: {failed[0].Reason}" };
        CheckResult[] unknown = [.. felt.Where(each => each.Outcome == Outcome.Unknown)];
        return result with
        {
            Disagreement = unknown.Length > 0
                ? $"{when} fails none of these checks, and does not know {Ids(unknown)}."
                : $"{when} passes all that checks see. What they cannot see: other firewalls and filter drivers, IPsec, a service that hangs, and changes since.",
        };
    }

    /// <summary>By its name, or else by its own address.</summary>
    private Snapshot? Find(ConnectionResult result) => _known.Value.ByName[PoolServer.HostPart(result.Server)].FirstOrDefault()
        ?? (result.Address is { } address ? _known.Value.ByAddress[address].FirstOrDefault() : null);

    private static string Ids(IEnumerable<CheckResult> results) => Wording.Some([.. results.Select(each => each.Id)]);
}
