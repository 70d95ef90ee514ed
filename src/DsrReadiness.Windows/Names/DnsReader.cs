using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Windows.Names;

/// <summary>
/// Reads what DNS says of a server's own name, which its primary DNS suffix makes: of a domain member's, since others register none that clients look up; and of the name of its domain, if it
/// is a domain controller. The first configured server that answers is the one; all is asked for side by side.
/// </summary>
internal sealed class DnsReader(ICimReader server, INameServers names)
{
    private const uint DomainController = 2;
    private static readonly DnsRecordType[] s_types = [DnsRecordType.A, DnsRecordType.Aaaa];

    /// <summary>Reads; no row means that there was no name or no server to ask.</summary>
    public async Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken)
    {
        Task<CimReading> system = server.ReadAsync(new CimQuery(ComputerSystemClass.Class), cancellationToken);
        Task<CimReading> addresses = server.ReadAsync(new CimQuery(DnsClientServerAddressClass.Class), cancellationToken);
        Task<CimReading> windows = server.ReadAsync(new CimQuery(OperatingSystemClass.Class), cancellationToken);
        Task<CimReading> suffix = server.ReadAsync(
            new CimQuery(RegistryValueClass.Class, CimStore.None, new CimCondition(RegistryValueClass.Key, RegistryNames.PrimaryDnsSuffix.Key)), cancellationToken);
        foreach (CimReading reading in await Task.WhenAll(system, addresses, windows, suffix).ConfigureAwait(false))
        {
            if (reading.Failure is { } failure)
                return CimReading.Failed(query.Class, query.Store, failure);
        }

        string[] asked = [.. NamesOf(system.Result.Rows!, windows.Result.Rows!, suffix.Result.Rows!).Where(DnsMessage.IsName)];
        IPAddress[] servers = [.. ServersOf(addresses.Result.Rows!)];
        if (asked.Length == 0 || servers.Length == 0)
            return CimReading.Of(query.Class, query.Store, []);
        return CimReading.Of(
            query.Class,
            query.Store,
            await Task.WhenAll(asked.SelectMany(name => s_types.Select(type => AskAsync(name, type, servers, cancellationToken)))).ConfigureAwait(false));
    }

    private static IEnumerable<string> NamesOf(IReadOnlyList<CimRow> systems, IReadOnlyList<CimRow> windows, IReadOnlyList<CimRow> suffix)
    {
        if (systems.Count != 1 || !systems[0].Get(ComputerSystemClass.PartOfDomain).Is(true)
            || !systems[0].Get(ComputerSystemClass.DNSHostName).TryGet(out string host) || !systems[0].Get(ComputerSystemClass.Domain).TryGet(out string domain))
        {
            yield break;
        }

        yield return host + "." + (SuffixOf(suffix) ?? domain);
        if (windows.Count == 1 && windows[0].Get(OperatingSystemClass.ProductType).Is(DomainController))
            yield return domain;
    }

    /// <summary>The suffix that is in force, else the one that the next start puts into force; null if there is none.</summary>
    private static string? SuffixOf(IReadOnlyList<CimRow> values) => new[] { RegistryNames.PrimaryDnsSuffix, RegistryNames.SetDnsSuffix }
        .SelectMany(name => values.Where(row => row.Get(RegistryValueClass.Name).Is(name.Value)))
        .SelectMany(row => row.Get(RegistryValueClass.Data).Or([])).FirstOrDefault(text => text.Length > 0);

    /// <summary>Site-local addresses are what Windows shows where no IPv6 server is configured; nobody is there.</summary>
    private IEnumerable<IPAddress> ServersOf(IReadOnlyList<CimRow> rows) => rows
        .SelectMany(row => row.Get(DnsClientServerAddressClass.ServerAddresses).Or([]))
        .Select(text => AddressText.TryParse(text, out IPAddress? address) ? address : null)
        .OfType<IPAddress>()
        .Where(address => !address.IsIPv6SiteLocal && (names.ReachesLoopback || !IPAddress.IsLoopback(address)))
        .Distinct();

    private async Task<CimRow> AskAsync(string name, DnsRecordType type, IPAddress[] servers, CancellationToken cancellationToken)
    {
        foreach (IPAddress each in servers)
        {
            if (await names.AskAsync(name, type, each, cancellationToken).ConfigureAwait(false) is { } reply)
                return Row(name, type, each, reply);
        }

        return Row(name, type, servers[0], null);
    }

    private static CimRow Row(string name, DnsRecordType type, IPAddress server, DnsReply? reply) => CimRow.From(
        DnsAnswerClass.Class,
        new Dictionary<string, object?>
        {
            [DnsAnswerClass.Name.Name] = name,
            [DnsAnswerClass.Type.Name] = (long)type,
            [DnsAnswerClass.Server.Name] = server.ToString(),
            [DnsAnswerClass.Status.Name] = reply is null ? null : (long)reply.Status,
            [DnsAnswerClass.Addresses.Name] = reply?.Addresses.Select(address => (object?)address.ToString()).ToArray(),
        });
}
