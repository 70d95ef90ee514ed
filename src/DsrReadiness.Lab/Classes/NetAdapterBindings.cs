using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>What is bound to which adapter. Unbinding TCP/IP takes the IP interface away.</summary>
internal sealed class NetAdapterBindings : LabClass<NetAdapterBindings.Entry>
{
    public NetAdapterBindings(Machine machine)
        : base(NetAdapterBindingClass.Class, machine)
    {
        Column(NetAdapterBindingClass.InstanceId, entry => entry.Adapter.Guid + "::" + entry.Binding.Component);
        Column(NetAdapterBindingClass.Name, entry => entry.Adapter.Alias);
        Column(NetAdapterBindingClass.ComponentID, entry => entry.Binding.Component);
        Column(NetAdapterBindingClass.Enabled, entry => entry.Binding.IsEnabled, (entry, value) => Bind(entry, (bool)value));
        Method("Enable", (entry, _) => Bind(entry, true));
        Method("Disable", (entry, _) => Bind(entry, false));
    }

    protected override IEnumerable<Entry> Items(CimStore store) =>
        Machine.Adapters.SelectMany(adapter => adapter.Hardware!.Bindings.Select(binding => new Entry(adapter, binding)));

    private static CimOutcome Bind(Entry entry, bool isEnabled)
    {
        entry.Binding.IsEnabled = isEnabled;
        entry.Adapter.Refresh();
        return CimOutcome.Done();
    }

    /// <summary>One binding of one adapter.</summary>
    internal sealed record Entry(NetInterface Adapter, Hardware.Binding Binding);
}
