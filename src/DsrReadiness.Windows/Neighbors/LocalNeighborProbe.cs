using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Arp;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Neighbors;

/// <summary>
/// Asks the segments of this computer. <c>ResolveIpNetEntry2</c> first forgets what the neighbour table has; where Windows has it not or does not let it be called, an IPv4 address is asked
/// for by <c>SendARP</c>, which may answer from the table. A question takes seconds when nobody answers, so it is asked on another thread; begun, it is not cut off.
/// </summary>
internal sealed class LocalNeighborProbe : INeighborProbe
{
    private const string KmTestLoopback = "02004C4F4F50"; // of all KM-TEST adapters, behind which is nobody
    private const int LongestLinkLayerAddress = 8;

    /// <inheritdoc/>
    public IReadOnlyList<ProbeAddress> Addresses() => [.. NetworkInterface.GetAllNetworkInterfaces()
        .Where(each => each.OperationalStatus == OperationalStatus.Up && each.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(AddressesOf)];

    /// <inheritdoc/>
    public Task<ProbeReply> AskAsync(IPAddress address, ProbeAddress from, CancellationToken cancellationToken) => Task.Run(() => Ask(address, from), cancellationToken);

    /// <summary>What an answer of the IP helper means.</summary>
    /// <param name="error">What it returned.</param>
    /// <param name="linkLayerAddress">What it found; null if nothing.</param>
    internal static ProbeReply Read(uint error, string? linkLayerAddress) => error switch
    {
        0 => linkLayerAddress is null ? ProbeReply.Silence : ProbeReply.Of(linkLayerAddress),
        NativeMethods.BadNetworkName or NativeMethods.GeneralFailure => ProbeReply.Silence,
        _ => ProbeReply.Failed(new CimFailure(WindowsError.OfNumber(error), $"{new Win32Exception(unchecked((int)error)).Message} ({error})")),
    };

    /// <summary>By ARP alone. For tests as well, where there is nothing else.</summary>
    internal static ProbeReply AskByArp(IPAddress address, IPAddress from)
    {
        byte[] found = new byte[LongestLinkLayerAddress];
        uint length = (uint)found.Length;
        uint error = NativeMethods.SendARP(OnWire(address), OnWire(from), found, ref length);
        return Read(error, length is > 0 and <= LongestLinkLayerAddress ? BitConverter.ToString(found, 0, (int)length) : null);
    }

    private static ProbeReply Ask(IPAddress address, ProbeAddress from)
    {
        try
        {
            NeighborRow row = NeighborRow.For(address, from.InterfaceIndex);
            uint error = NativeMethods.ResolveIpNetEntry2(ref row, IntPtr.Zero);
            if (error is not (NativeMethods.AccessDenied or NativeMethods.NotSupported) || address.AddressFamily != AddressFamily.InterNetwork)
                return Read(error, row.LinkLayerAddress());
        }
        catch (EntryPointNotFoundException e)
        {
            if (address.AddressFamily != AddressFamily.InterNetwork)
                return ProbeReply.Failed(new CimFailure(FailureKind.NotSupported, "This Windows cannot ask for IPv6 addresses: " + e.Message));
        }

        return AskByArp(address, from.Address);
    }

    private static IEnumerable<ProbeAddress> AddressesOf(NetworkInterface adapter)
    {
        if (adapter.GetPhysicalAddress().ToString() == KmTestLoopback)
            return [];
        IPInterfaceProperties properties = adapter.GetIPProperties();
        return properties.UnicastAddresses
            .Where(each => each.Address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
            .Select(each => new ProbeAddress(IndexOf(adapter, properties, each.Address.AddressFamily), adapter.Name, WithoutScope(each.Address), each.PrefixLength));
    }

    private static uint IndexOf(NetworkInterface adapter, IPInterfaceProperties properties, AddressFamily family) => family == AddressFamily.InterNetwork
        ? adapter.Supports(NetworkInterfaceComponent.IPv4) ? (uint)properties.GetIPv4Properties().Index : 0
        : adapter.Supports(NetworkInterfaceComponent.IPv6) ? (uint)properties.GetIPv6Properties().Index : 0;

    private static IPAddress WithoutScope(IPAddress address) => new(address.GetAddressBytes());

    private static uint OnWire(IPAddress address) => BitConverter.ToUInt32(address.GetAddressBytes(), 0);
}
