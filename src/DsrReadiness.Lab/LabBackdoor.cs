using System;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Lab.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab;

/// <summary>
/// What somebody else does on a lab server, or the world around it: not counted, not logged, always elevated, at once and without faults.
/// </summary>
public sealed class LabBackdoor
{
    private readonly Machine _machine;
    private readonly LabClasses _classes;
    private readonly LabServer _server;

    internal LabBackdoor(LabServer server, Machine machine, LabClasses classes)
    {
        _server = server;
        _machine = machine;
        _classes = classes;
    }

    /// <summary>Looks.</summary>
    public CimReading Read(CimQuery query) => _server.Now(() => _classes.Read(query, isElevated: true));

    /// <summary>Changes something, by the same rules as everybody.</summary>
    public CimOutcome Execute(CimOperation operation) => _server.Now(() => _classes.Execute(operation, isElevated: true));

    /// <summary>Creates a loopback device.</summary>
    public DeviceOutcome CreateDevice() => _server.Now(_machine.Devices.Create);

    /// <summary>Removes a loopback device.</summary>
    public DeviceOutcome RemoveDevice(string instanceId) => _server.Now(() => _machine.Devices.Remove(instanceId));

    /// <summary>Interface indexes change hands, as they do at a restart, and nothing else changes.</summary>
    public void ShuffleIndexes() => _server.Now(() =>
    {
        _machine.ShuffleIndexes();
        return true;
    });

    /// <summary>Pulls an adapter's cable or plugs it in.</summary>
    /// <exception cref="ArgumentException">There is no such adapter.</exception>
    public void Connect(string alias, bool isConnected) => _server.Now(() =>
    {
        NetInterface adapter = _machine.Find(alias) ?? throw new ArgumentException("There is no adapter '" + alias + "'.", nameof(alias));
        adapter.Connect(isConnected);
        return adapter;
    });

    /// <summary>Lets clients connect to an address, and go again after a while.</summary>
    /// <param name="address">The address that they connect to.</param>
    /// <param name="port">The TCP port.</param>
    /// <param name="count">How many.</param>
    /// <param name="duration">How long they stay, in the server's time.</param>
    public void Connect(IPAddress address, int port, int count, TimeSpan duration) => _server.Now(() =>
    {
        var connections = Enumerable.Range(0, count).Select(_ => new Connection(address, port)).ToList();
        _machine.Connections.AddRange(connections);
        _machine.Agenda.After(duration, () => _machine.Connections.RemoveAll(connections.Contains));
        return connections;
    });

    /// <summary>Starts or stops a Windows service, or changes how it is started; one that is not there is added.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isRunning">Whether it runs; null to leave it.</param>
    /// <param name="startMode">How it is started, in WMI's words; null to leave it.</param>
    /// <exception cref="InvalidOperationException">It is disabled, and cannot be started.</exception>
    public void SetService(string name, bool? isRunning, string? startMode) => _server.Now(() =>
    {
        LabService? service = _machine.Services.Find(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));
        if (service is null)
            _machine.Services.Add(service = new LabService(name, false, "Auto"));
        service.StartMode = startMode ?? service.StartMode;
        if (isRunning == true && !service.IsRunning && service.StartMode == "Disabled")
            throw new InvalidOperationException("The service " + name + " is disabled.");
        service.IsRunning = isRunning ?? service.IsRunning;
        return service;
    });

    /// <summary>Sets a registry value below HKLM, of those that are asked for.</summary>
    /// <exception cref="ArgumentException">Nobody asks for it.</exception>
    public void SetRegistry(string key, string name, object data) => _server.Now(() =>
        _machine.Registry.Set(key, name, data) ? data : throw new ArgumentException($"Nobody asks for the registry value '{key}\\{name}'.", nameof(name)));

    /// <summary>Gives an interface other DNS servers for IPv4, or none.</summary>
    public void SetDnsServers(uint interfaceIndex, params string[] servers) => _server.Now(() =>
        _machine.Interfaces.Single(each => each.Index == interfaceIndex).IPv4.DnsServers = servers);

    /// <summary>Puts an address of the active store into another state, as when its lifetime ends.</summary>
    public void SetAddressState(IPAddress address, AddressState state) => _server.Now(() =>
        _machine.Layers.SelectMany(layer => layer.Addresses(CimStore.Active)).Single(each => each.IPAddress.Equals(address)).State = state);

    /// <summary>Makes the server a member of a domain.</summary>
    public void Join(string domain) => _server.Now(() => _machine.Domain = domain);

    /// <summary>Lets another host on the network have an address: it ends as Duplicate here.</summary>
    public void Claim(IPAddress address) => _server.Behaviour.TakenAddresses.Add(address);
}
