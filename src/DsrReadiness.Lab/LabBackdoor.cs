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

    /// <summary>Lets another host on the network have an address: it ends as Duplicate here.</summary>
    public void Claim(IPAddress address) => _server.Behaviour.TakenAddresses.Add(address);
}
