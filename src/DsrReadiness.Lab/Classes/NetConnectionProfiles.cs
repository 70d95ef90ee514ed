using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The networks that connected adapters are on; that of a loopback is unidentified, which is Public.</summary>
internal sealed class NetConnectionProfiles : LabClass<NetInterface>
{
    public NetConnectionProfiles(Machine machine)
        : base(NetConnectionProfileClass.Class, machine)
    {
        Column(NetConnectionProfileClass.InterfaceIndex, adapter => adapter.Index);
        Column(NetConnectionProfileClass.InterfaceAlias, adapter => adapter.Alias);
        Column(
            NetConnectionProfileClass.NetworkCategory,
            adapter => adapter.Category,
            (adapter, value) => adapter.Category = (NetworkCategory)(long)value,
            MayBecome);
    }

    protected override IEnumerable<NetInterface> Items(CimStore store) => Machine.Adapters.Where(adapter => adapter.IsUp && adapter.HasActiveIP);

    /// <summary>Only the domain decides what is authenticated by it.</summary>
    private static bool MayBecome(NetInterface adapter, object category) =>
        category is 0L or 1L && adapter.Category != NetworkCategory.DomainAuthenticated;
}
