using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Inventory;
using DsrReadiness.Servers;
using DsrReadiness.Text;

namespace DsrReadiness.Output;

/// <summary>A loopback of a server, with the VIPs on it.</summary>
public sealed class DsrLoopback : DsrObject
{
    private readonly LoopbackEntry _entry;

    internal DsrLoopback(DsrServer server, string computerName, LoopbackEntry entry, string? trafficInterface = null)
    {
        _entry = entry;
        Server = server;
        ComputerName = computerName;
        VirtualIPAddress = entry.Addresses.Select(address => address.ToString()).ToDsrList();
        TrafficInterface = trafficInterface;
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>The connection name.</summary>
    public string LoopbackAlias => _entry.Interface.Alias;

    /// <summary>The interface index, which does not survive a restart.</summary>
    public uint LoopbackIndex => _entry.Interface.Index;

    /// <summary>The addresses that it has, but for automatic ones.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>True for the loopback that every Windows has, which is no device.</summary>
    public bool IsBuiltIn => _entry.Interface.Kind == InterfaceKind.BuiltInLoopback;

    /// <summary>Its operational status, if it is an adapter.</summary>
    public InterfaceStatus? Status => _entry.Interface.Adapter is { } adapter && adapter.OperationalStatus.TryGet(out InterfaceStatus status) ? status : null;

    /// <summary>The adapter's GUID.</summary>
    public string? InterfaceGuid => _entry.Interface.Adapter?.InterfaceGuid.Or(null!);

    /// <summary>The device instance id.</summary>
    public string? DeviceInstanceId => _entry.Interface.Adapter?.DeviceInstanceId.Or(null!);

    /// <summary>The traffic interface, if the command that wrote this was given one: the next command means the same.</summary>
    public string? TrafficInterface { get; }

    /// <inheritdoc/>
    public override string ToString() => LoopbackAlias;

    private protected override DsrTexts Texts() => new()
    {
        { nameof(LoopbackAlias), SafeText.Of(LoopbackAlias) },
        { nameof(InterfaceGuid), SafeText.Of(InterfaceGuid ?? string.Empty) },
        { nameof(DeviceInstanceId), SafeText.Of(DeviceInstanceId ?? string.Empty) },
    };
}
