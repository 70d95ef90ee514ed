using System;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Arp;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Connections;
using DsrReadiness.Network;
using DsrReadiness.Plans.Applying;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Time;
using DsrReadiness.Windows.Devices;
using DsrReadiness.Windows.Hosting;
using DsrReadiness.Windows.Management;
using DsrReadiness.Windows.Names;
using DsrReadiness.Windows.Neighbors;
using Microsoft.Management.Infrastructure;

namespace DsrReadiness.Windows;

/// <summary>A Windows server, for as long as something is done with it: this computer, another by its name, or one behind a session of the user's.</summary>
internal sealed class WindowsServer(IMiSession session, string name, bool isThisComputer) : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    private readonly IMiSession _session = session;
    private readonly ManagedServer _server = new(session, name, new NameServers(isThisComputer), s_timeout);

    /// <summary>True on Windows; nothing below works elsewhere.</summary>
    public static bool IsSupported => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Where journals are kept on this computer.</summary>
    public static IJournalStore Journals { get; } = new LocalJournals();

    /// <summary>Reading.</summary>
    public ICimReader Reader => _server;

    /// <summary>Time and waiting.</summary>
    public static IClock Clock { get; } = new SystemClock();

    /// <summary>Asks the segments of this computer who has an address.</summary>
    public static INeighborProbe NeighborProbe { get; } = new LocalNeighborProbe();

    /// <summary>True if this process may change this computer.</summary>
    public static bool IsElevated => Elevation.IsElevated();

    /// <summary>Opens this computer, without WinRM.</summary>
    /// <exception cref="MiException">Windows refused, or did not answer in time.</exception>
    public static async Task<WindowsServer> OpenThisComputerAsync(CancellationToken cancellationToken) => new(
        await SessionOpening.OpenAsync(() => MiSession.Open(null, s_timeout), s_timeout, cancellationToken).ConfigureAwait(false), Environment.MachineName, isThisComputer: true);

    /// <summary>Opens another computer, by WSMan. It is not spoken to before something is asked.</summary>
    /// <exception cref="MiException">Windows refused, or did not answer in time.</exception>
    public static async Task<WindowsServer> OpenAsync(string computerName, CancellationToken cancellationToken) => new(
        await SessionOpening.OpenAsync(() => MiSession.Open(computerName, s_timeout), s_timeout, cancellationToken).ConfigureAwait(false), computerName, isThisComputer: false);

    /// <summary>Takes the user's session, which stays open.</summary>
    /// <param name="session">A <c>Microsoft.Management.Infrastructure.CimSession</c>.</param>
    /// <param name="computerName">What it is called until it says so itself.</param>
    /// <param name="isThisComputer">True if it leads to this computer.</param>
    /// <exception cref="InvalidCastException">It is none.</exception>
    public static WindowsServer Of(object session, string computerName, bool isThisComputer) =>
        new(new MiSession((CimSession)session, owns: false), computerName, isThisComputer);

    /// <summary>All ports, for the applier of plans.</summary>
    /// <param name="devices">The server's devices; null for those of this computer.</param>
    public ServerPorts Ports(ILoopbackDevices? devices) => new(_server, _server, devices ?? new LocalLoopbackDevices(), Clock);

    /// <summary>The routes of this computer, for real packets.</summary>
    /// <param name="lifetime">How long one lives that nobody gives back.</param>
    public CimRoutes Routes(TimeSpan lifetime) => new(_server, _server, Journals, Elevation.IsElevated, ConnectionsTo, lifetime);

    private static int ConnectionsTo(IPAddress address) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(each => each.State == System.Net.NetworkInformation.TcpState.Established && AddressText.Canonical(each.RemoteEndPoint.Address).Equals(address));

    /// <summary>Closes what was opened here. Nobody waits for that: MI closes a session only when its last operation has ended, and one that hangs never does.</summary>
    public void Dispose() => _ = Task.Factory.StartNew(_session.Dispose, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
