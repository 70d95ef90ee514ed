using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>What all classes mean by an interface index and an alias: an adapter's interface, or the built-in loopback.</summary>
internal sealed class NetInterface
{
    public NetInterface(Machine machine, uint index, uint number, string guid, string alias, Hardware? hardware)
    {
        Machine = machine;
        Index = index;
        Number = number;
        Guid = guid;
        Alias = alias;
        Hardware = hardware;
        IPv4 = new IPLayer(this, IPFamily.IPv4);
        IPv6 = new IPLayer(this, IPFamily.IPv6);
        Layers = [IPv4, IPv6];
    }

    public Machine Machine { get; }

    /// <summary>Changes with a restart, and with disabling and enabling.</summary>
    public uint Index { get; set; }

    /// <summary>The server's own count of interfaces, which is also the key of the old adapter configuration.</summary>
    public uint Number { get; }

    public string Guid { get; }

    public string Alias { get; set; }

    public Hardware? Hardware { get; }

    public IPLayer IPv4 { get; }

    public IPLayer IPv6 { get; }

    public IReadOnlyList<IPLayer> Layers { get; }

    /// <summary>Some time after its installation an adapter's interface gets its IP interfaces.</summary>
    public bool HasIP { get; private set; }

    public bool IsUp => Hardware is null || (Hardware.IsEnabled && Hardware.IsConnected);

    /// <summary>True if somebody on a network can hear and ask it; a loopback has nobody.</summary>
    public bool HasWire => Hardware is { Device.IsLoopback: false, IsEnabled: true, IsConnected: true };

    public bool HasActiveIP => Layers.Any(layer => layer.IsActive);

    public bool RegistersInDns { get; set; } = true;

    public bool UsesSuffixWhenRegistering { get; set; }

    public NetworkCategory Category { get; set; }

    public NetBiosOptions NetBios { get; set; }

    /// <summary>The old adapter configuration's word for "TCP/IP works here".</summary>
    public bool IsIPEnabled => Hardware is not null && IsUp && IPv4.IsActive && Layers.Any(layer => layer.Addresses(CimStore.Active).Count > 0);

    public IPLayer Layer(IPFamily family) => family == IPFamily.IPv4 ? IPv4 : IPv6;

    /// <summary>The IP interfaces appear.</summary>
    public void GetIP(bool atStart = false)
    {
        HasIP = true;
        Refresh(atStart);
    }

    /// <summary>Brings the running state of both families in line with what is enabled and bound.</summary>
    public void Refresh(bool atStart = false)
    {
        foreach (IPLayer layer in Layers)
            layer.Refresh(atStart);
    }

    /// <summary>All running state is lost and loaded anew.</summary>
    public void Restart()
    {
        foreach (IPLayer layer in Layers)
            layer.Stop();
        if (Hardware is not null)
            Hardware.IsFresh = false;
        GetIP(atStart: true);
    }

    /// <summary>Plugs the cable in or pulls it.</summary>
    public void Connect(bool isConnected)
    {
        if (Hardware is null)
            return;
        Hardware.IsConnected = isConnected;
        foreach (IPLayer layer in Layers)
            layer.LinkChanged();
    }
}
