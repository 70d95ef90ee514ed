using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>Whether an interface registers its addresses in DNS.</summary>
internal sealed class DnsRegistration(CimRow row)
{
    public uint InterfaceIndex { get; } = row.Require(DnsClientClass.InterfaceIndex);

    public Field<string> InterfaceAlias => row.Get(DnsClientClass.InterfaceAlias);

    public Field<bool> Registers => row.Get(DnsClientClass.RegisterThisConnectionsAddress);
}
