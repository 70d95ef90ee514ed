using System;
using System.Globalization;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab;

/// <summary>Describes an adapter of a lab server. Everything said here persists; what holds until a restart only is done through the ports.</summary>
public sealed class LabAdapterBuilder
{
    private readonly NetInterface _adapter;

    private LabAdapterBuilder(NetInterface adapter) => _adapter = adapter;

    /// <summary>Gives it a static address, such as <c>192.0.2.11/24</c>, and with that turns DHCP of the family off.</summary>
    public LabAdapterBuilder Address(string address, bool skipAsSource = false)
    {
        (IPAddress parsed, int length) = ReadAddress(address);
        IPLayer layer = _adapter.Layer(parsed.Family());
        layer.SetDhcp(false);
        layer.Add(new LabAddress(layer, CimStore.Persistent, parsed, length) { SkipAsSource = skipAsSource });
        return this;
    }

    /// <summary>Gives it a default gateway.</summary>
    public LabAdapterBuilder Gateway(string gateway)
    {
        IPAddress nextHop = Parse(gateway);
        IPLayer layer = _adapter.Layer(nextHop.Family());
        layer.Routes(CimStore.Persistent).Add(
            new LabRoute(layer, CimStore.Persistent, new IPPrefix(layer.Family.Wildcard(), 0), nextHop));
        return this;
    }

    /// <summary>Gives it DNS servers.</summary>
    public LabAdapterBuilder Dns(params string[] servers)
    {
        foreach (string server in servers)
        {
            IPLayer layer = _adapter.Layer(Parse(server).Family());
            layer.DnsServers = [.. layer.DnsServers, server];
        }

        return this;
    }

    /// <summary>Turns DHCP for IPv4 on, with a server that answers.</summary>
    public LabAdapterBuilder Dhcp(string leasedAddress, string? gateway = null)
    {
        (IPAddress address, int length) = ReadAddress(leasedAddress);
        _adapter.IPv4.Lease = new Lease(address, length, gateway is null ? null : Parse(gateway));
        _adapter.IPv4.SetDhcp(true);
        return this;
    }

    /// <summary>Turns DHCP for IPv4 off.</summary>
    public LabAdapterBuilder NoDhcp() => With(() => _adapter.IPv4.SetDhcp(false));

    /// <summary>Sets the weak host flags of both families.</summary>
    public LabAdapterBuilder WeakHost(bool send = true, bool receive = true)
    {
        foreach (IPLayer layer in _adapter.Layers)
        {
            layer.Persistent.Set(NetIPInterfaceClass.WeakHostSend, send ? 1 : 0);
            layer.Persistent.Set(NetIPInterfaceClass.WeakHostReceive, receive ? 1 : 0);
        }

        return this;
    }

    /// <summary>Sets the metric of both families.</summary>
    public LabAdapterBuilder Metric(int metric)
    {
        foreach (IPLayer layer in _adapter.Layers)
            layer.Persistent.Set(NetIPInterfaceClass.InterfaceMetric, metric);
        return this;
    }

    /// <summary>Takes it off DNS registration.</summary>
    public LabAdapterBuilder NotRegisteredInDns() => With(() => _adapter.RegistersInDns = false);

    /// <summary>Sets its NetBIOS option.</summary>
    public LabAdapterBuilder NetBios(NetBiosOptions option) => With(() => _adapter.NetBios = option);

    /// <summary>Binds or unbinds a protocol or service, such as <c>ms_server</c>.</summary>
    public LabAdapterBuilder Binding(string component, bool isEnabled)
    {
        Hardware.Binding? binding = _adapter.Hardware!.Bindings.Find(each => each.Component == component);
        if (binding is null)
            _adapter.Hardware.Bindings.Add(binding = new Hardware.Binding(component));
        binding.IsEnabled = isEnabled;
        return this;
    }

    /// <summary>Sets the category of the network that it is connected to.</summary>
    public LabAdapterBuilder Category(NetworkCategory category) => With(() => _adapter.Category = category);

    /// <summary>Sets the metric that Windows chooses for it: 25 for a link of 1 Gbit/s, 15 for 10.</summary>
    public LabAdapterBuilder AutomaticMetric(int metric) => With(() => _adapter.Hardware!.AutomaticMetric = metric);

    /// <summary>Pulls its cable.</summary>
    public LabAdapterBuilder Disconnected() => With(() => _adapter.Hardware!.IsConnected = false);

    /// <summary>Disables it.</summary>
    public LabAdapterBuilder Disabled() => With(() => _adapter.Hardware!.IsEnabled = false);

    internal static LabAdapterBuilder NewNic(Machine machine, string alias)
    {
        string number = machine.Interfaces.Count.ToString("X2", CultureInfo.InvariantCulture);
        var device = new Device(@"VMBUS\{F8615163-DF3E-46C5-913F-F2D2F965ED0E}\{" + number + "}", @"VMBUS\{f8615163-df3e-46c5-913f-f2d2f965ed0e}");
        var hardware = new Hardware(machine.Devices.Register(device), "Microsoft Hyper-V Network Adapter", LabMac.Of(machine.Name, machine.Interfaces.Count));
        return New(machine, hardware, alias);
    }

    internal static LabAdapterBuilder NewTap(Machine machine, string alias) =>
        New(machine, new Hardware(machine.Devices.Register("tap0901"), "TAP-Windows Adapter V9", "00FF77000001"), alias);

    internal static LabAdapterBuilder NewLoopback(Machine machine, string alias, string? description) =>
        new(machine.Devices.AddAdapter(machine.Devices.Register("*MSLOOP"), alias, description));

    private static LabAdapterBuilder New(Machine machine, Hardware hardware, string alias)
    {
        NetInterface adapter = machine.Add(hardware, alias);
        adapter.IPv6.SetDhcp(true);
        adapter.Category = machine.Domain is null ? NetworkCategory.Private : NetworkCategory.DomainAuthenticated;
        return new LabAdapterBuilder(adapter);
    }

    private LabAdapterBuilder With(Action change)
    {
        change();
        return this;
    }

    internal static IPAddress Parse(string text) =>
        AddressText.TryParse(text, out IPAddress? address) ? address : throw new FormatException("'" + text + "' is not an IP address.");

    private static (IPAddress Address, int PrefixLength) ReadAddress(string text)
    {
        int slash = text.IndexOf('/');
        return slash > 0 && IPPrefix.TryParse(text, out IPPrefix? prefix)
            ? (Parse(text.Substring(0, slash)), prefix.Length)
            : throw new FormatException("'" + text + "' is not an address with its prefix length, such as 192.0.2.11/24.");
    }
}
