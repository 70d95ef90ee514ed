using System;
using System.Runtime.InteropServices;

namespace DsrReadiness.Windows.Neighbors;

/// <summary>The functions of the IP helper that ask a segment who has an address (Microsoft's reference of each). They return the error, and set no last one.</summary>
internal static class NativeMethods
{
    public const uint AccessDenied = 5;
    public const uint GeneralFailure = 31; // no answer, before Vista
    public const uint NotSupported = 50;
    public const uint BadNetworkName = 67; // no answer

    private const string IPHelper = "iphlpapi.dll";

    /// <summary>Forgets the entry of an address, and asks anew: by ARP or by neighbour discovery.</summary>
    [DllImport(IPHelper, ExactSpelling = true)]
    public static extern uint ResolveIpNetEntry2(ref NeighborRow row, IntPtr sourceAddress);

    /// <summary>Asks by ARP. Addresses are as they go over the wire.</summary>
    [DllImport(IPHelper, ExactSpelling = true)]
    public static extern uint SendARP(uint destination, uint source, [Out] byte[] linkLayerAddress, ref uint length);
}
