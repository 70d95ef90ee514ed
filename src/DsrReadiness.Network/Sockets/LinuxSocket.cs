using System;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace DsrReadiness.Network.Sockets;

/// <summary>Options of Linux' sockets that .NET has no name for (socket(7), ip(7), ipv6(7)).</summary>
internal static class LinuxSocket
{
    private const int SocketLevel = 1;
    private const int IPv4Level = 0;
    private const int IPv6Level = 41;
    private const int BindToDeviceOption = 25;
    private const int MarkOption = 36;
    private const int ReceiveErrorsOption = 11;
    private const int ReceiveErrorsOptionOfIPv6 = 25;

    /// <summary>Marks what the socket sends, for the rule that leads it to our table.</summary>
    public static void Mark(Socket socket, uint mark) => Set(socket, SocketLevel, MarkOption, BitConverter.GetBytes(mark));

    /// <summary>What is sent leaves by one interface, whatever the routes say.</summary>
    public static void BindToDevice(Socket socket, string device) => Set(socket, SocketLevel, BindToDeviceOption, Encoding.UTF8.GetBytes(device + "\0"));

    /// <summary>"Time exceeded" ends the waiting of a connected datagram socket too.</summary>
    public static void ReceiveErrors(Socket socket)
    {
        bool isIPv6 = socket.AddressFamily == AddressFamily.InterNetworkV6;
        Set(socket, isIPv6 ? IPv6Level : IPv4Level, isIPv6 ? ReceiveErrorsOptionOfIPv6 : ReceiveErrorsOption, BitConverter.GetBytes(1));
    }

    private static void Set(Socket socket, int level, int name, byte[] value)
    {
        if (setsockopt(socket.Handle.ToInt32(), level, name, value, (uint)value.Length) != 0)
            throw new SocketException(Marshal.GetLastWin32Error() is 1 or 13 ? (int)SocketError.AccessDenied : (int)SocketError.InvalidArgument);
    }

    [DllImport("libc", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setsockopt(int socket, int level, int name, byte[] value, uint length);
}
