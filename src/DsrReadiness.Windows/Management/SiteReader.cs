using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Windows.Management;

/// <summary>
/// Reads what the sites of IIS are bound to: <c>Site.Bindings</c> of <c>root/WebAdministration</c>, each a <c>BindingElement</c> (Microsoft's reference of the IIS WMI provider). Plain IIS lacks
/// the namespace, and then nobody can be asked from afar.
/// </summary>
internal sealed class SiteReader(IMiSession session)
{
    public async Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<IMiInstance> sites = await session.QueryAsync("root/WebAdministration", "SELECT * FROM Site", [], cancellationToken).ConfigureAwait(false);
        try
        {
            return CimReading.Of(query.Class, query.Store, [.. sites.SelectMany(RowsOf)]);
        }
        finally
        {
            foreach (IMiInstance site in sites)
                site.Dispose();
        }
    }

    private static IEnumerable<CimRow> RowsOf(IMiInstance site)
    {
        string? name = TextOf(site, "Name");
        if (!site.TryGet("Bindings", out object? value) || value is not Array bindings)
            return [];
        return bindings.OfType<IReadOnlyDictionary<string, object?>>()
            .Select(binding => SiteBinding.RowOf(name, TextOf(binding, "Protocol"), TextOf(binding, "BindingInformation"))).OfType<CimRow>();
    }

    private static string? TextOf(IMiInstance site, string property) => site.TryGet(property, out object? value) ? value as string : null;

    private static string? TextOf(IReadOnlyDictionary<string, object?> binding, string name) => binding.TryGetValue(name, out object? value) ? value as string : null;
}
