using System.Collections.Generic;
using DsrReadiness.Lab;
using DsrReadiness.Servers;

namespace DsrReadiness.Output;

/// <summary>A simulated server. It can be given wherever a server is asked for.</summary>
public sealed class DsrLab : DsrObject, IStandsForServer
{
    private readonly LabServer _simulation;

    internal DsrLab(LabServer simulation, bool isRemote, LabShape shape, IReadOnlyList<string> virtualIPAddress, IReadOnlyList<string> port)
    {
        Server = ServerConnector.Lab(simulation, isRemote);
        _simulation = simulation;
        Shape = shape;
        IsRemote = isRemote;
        VirtualIPAddress = virtualIPAddress.ToDsrList();
        Port = port.ToDsrList();
    }

    /// <summary>The server.</summary>
    public DsrServer Server { get; }

    /// <summary>The server's name.</summary>
    public string ComputerName => Server.Name;

    /// <summary>How far it was prepared when it was made.</summary>
    public LabShape Shape { get; }

    /// <summary>True if it counts as another computer, from which devices cannot be made or removed.</summary>
    public bool IsRemote { get; }

    /// <summary>The VIPs that it was prepared for.</summary>
    public IReadOnlyList<string> VirtualIPAddress { get; }

    /// <summary>The ports that it was prepared for.</summary>
    public IReadOnlyList<string> Port { get; }

    /// <summary>
    /// The simulation itself, to let things go wrong, to restart it, and to see every call that it got. In PowerShell it is the property <c>Simulation</c>, which JSON and other files leave out:
    /// it is a whole world, and no data.
    /// </summary>
    public LabServer GetSimulation() => _simulation;

    /// <inheritdoc/>
    public override string ToString() => ComputerName;

    private protected override DsrTexts Texts() => [];
}
