using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>IP interfaces. The persistent store shows NULL for what was never set there.</summary>
internal sealed class NetIPInterfaces : StoredClass<NetIPInterfaces.Entry>
{
    public NetIPInterfaces(Machine machine)
        : base(NetIPInterfaceClass.Class, machine)
    {
        Column(NetIPInterfaceClass.InterfaceIndex, entry => entry.Layer.Interface.Index);
        Column(NetIPInterfaceClass.AddressFamily, entry => entry.Layer.Family);
        Column(NetIPInterfaceClass.InterfaceAlias, entry => entry.Layer.Interface.Alias);
        Setting(NetIPInterfaceClass.WeakHostSend, IsToggle);
        Setting(NetIPInterfaceClass.WeakHostReceive, IsToggle);
        Setting(NetIPInterfaceClass.Forwarding, IsToggle);
        Setting(NetIPInterfaceClass.Advertising, IsToggle);
        Setting(NetIPInterfaceClass.AutomaticMetric, IsToggle);
        Setting(NetIPInterfaceClass.InterfaceMetric, (_, value) => (long)value > 0);
        Setting(NetIPInterfaceClass.DadTransmits, (_, _) => true);
        Setting(NetIPInterfaceClass.NlMtu, (entry, value) => (long)value >= (entry.Layer.Family == Addresses.IPFamily.IPv4 ? 576 : 1280));
        Column(
            NetIPInterfaceClass.Dhcp,
            entry => entry.IsActive ? entry.Layer.Dhcp ? Toggle.Enabled : Toggle.Disabled : null,
            SetDhcp,
            IsToggle);
        Column(
            NetIPInterfaceClass.ConnectionState,
            entry => entry.IsActive ? entry.Layer.Interface.IsUp ? ConnectionState.Connected : ConnectionState.Disconnected : null);
    }

    protected override IEnumerable<Entry> ItemsIn(CimStore store) => Machine.Layers
        .Where(layer => store == CimStore.Active ? layer.IsActive : layer.Exists)
        .Select(layer => new Entry(layer, store));

    protected override Entry? Find(Entry item, CimStore store) => new(item.Layer, store);

    protected override string? RefuseTogether(Entry item, IReadOnlyList<CimAssignment> assignments)
    {
        bool setsMetric = assignments.Any(each => Names(each, NetIPInterfaceClass.InterfaceMetric));
        bool setsAutomatic = assignments.Any(each => Names(each, NetIPInterfaceClass.AutomaticMetric) && Equals(each.Value, (long)Toggle.Enabled));
        return setsMetric && setsAutomatic ? "A metric cannot be given and automatic." : null;
    }

    private static bool Names(CimAssignment assignment, CimProperty property) =>
        string.Equals(assignment.Name, property.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsToggle(Entry entry, object value) => value is 0L or 1L;

    /// <summary>In the persistent store this has no effect, and says nothing about it.</summary>
    private static void SetDhcp(Entry entry, object value)
    {
        if (entry.IsActive)
            entry.Layer.SetDhcp(value is 1L);
    }

    private void Setting(CimProperty property, Func<Entry, object, bool> accepts) => Column(
        property,
        entry => entry.IsActive ? entry.Layer.Effective(property) : entry.Layer.Persistent[property],
        (entry, value) => entry.Layer.Settings(entry.Store).Set(property, (long)value),
        accepts);

    /// <summary>An IP interface in one store.</summary>
    internal sealed record Entry(IPLayer Layer, CimStore Store)
    {
        public bool IsActive => Store == CimStore.Active;
    }
}
