using System;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace DsrReadiness.Windows.Neighbors;

/// <summary><c>MIB_IPNET_ROW2</c>: an entry of the neighbour table, with <c>SOCKADDR_INET</c> as its bytes (Microsoft's reference of both).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NeighborRow
{
    private const int AddressSize = 28;
    private const int LongestLinkLayerAddress = 32;
    private const byte IPv6OfWindows = 23; // AF_INET6, which differs between systems

    [MarshalAs(UnmanagedType.ByValArray, SizeConst = AddressSize)]
    public byte[] Address;
    public uint InterfaceIndex;
    public ulong InterfaceLuid;

    [MarshalAs(UnmanagedType.ByValArray, SizeConst = LongestLinkLayerAddress)]
    public byte[] PhysicalAddress;
    public uint PhysicalAddressLength;
    public uint State;
    public byte Flags;
    public uint ReachabilityTime;

    /// <summary>The entry that an address would have on an interface.</summary>
    public static NeighborRow For(IPAddress address, uint interfaceIndex)
    {
        byte[] bytes = new byte[AddressSize];
        bool isIPv4 = address.AddressFamily == AddressFamily.InterNetwork;
        bytes[0] = isIPv4 ? (byte)AddressFamily.InterNetwork : IPv6OfWindows;
        byte[] digits = address.GetAddressBytes();
        digits.CopyTo(bytes, isIPv4 ? 4 : 8); // behind family and port; and behind the flow of IPv6
        return new NeighborRow { Address = bytes, InterfaceIndex = interfaceIndex, PhysicalAddress = new byte[LongestLinkLayerAddress] };
    }

    /// <summary>The MAC address; null if there is none.</summary>
    public readonly string? LinkLayerAddress() => PhysicalAddressLength is > 0 and <= LongestLinkLayerAddress
        ? BitConverter.ToString(PhysicalAddress, 0, (int)PhysicalAddressLength)
        : null;
}
