using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A protocol or service of an adapter, and whether it is bound.</summary>
internal sealed class AdapterBinding(CimRow row)
{
    /// <summary>The protocol or service, such as <c>ms_tcpip</c>; compare ignoring case.</summary>
    public string ComponentId { get; } = row.Require(NetAdapterBindingClass.ComponentID);

    /// <summary>The adapter's connection name, which is all that ties the row to an adapter.</summary>
    public Field<string> Alias => row.Get(NetAdapterBindingClass.Name);

    public Field<bool> Enabled => row.Get(NetAdapterBindingClass.Enabled);
}
