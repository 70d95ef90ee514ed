using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks.Listeners;

/// <summary>The sockets of HTTP.sys, which belong to the kernel's process, and the list that may limit them to some addresses.</summary>
internal static class HttpListeners
{
    private const uint Kernel = 4;

    /// <summary>TCP ports of the kernel's process of which HTTP.sys knows nothing: RPC for NFS, file service, PPTP, NFS, and SMB over RDMA.</summary>
    private static readonly HashSet<int> s_others = [111, 139, 445, 1723, 2049, 5445];

    /// <summary>True if HTTP.sys listens on the TCP port for the address, or would but for its list: nobody else has that port there. Null where it is not told who listens.</summary>
    public static bool? Have(ListenerTable table, IPAddress address, int port)
    {
        if (s_others.Contains(port))
            return false;
        if (table.Covering(address, port) is not { } covering)
            return table.On(port).Any(listener => listener.Process.Is(Kernel));
        return covering.Process.TryGet(out uint process) ? process == Kernel : null;
    }

    /// <summary>The same of any of several ports.</summary>
    public static bool? HaveOneOf(ListenerTable table, IPAddress address, IEnumerable<int> ports)
    {
        bool? any = false;
        foreach (int port in ports)
        {
            bool? each = Have(table, address, port);
            if (each == true)
                return true;
            any = each is null ? null : any;
        }

        return any;
    }

    /// <summary>True for HTTP/3 or SMB over QUIC: a UDP socket of the kernel's process on port 443.</summary>
    public static bool IsQuic(Listener listener) => listener.Port == 443 && listener.Process.Is(Kernel);

    /// <summary>The addresses of the list; none where HTTP.sys listens on every address.</summary>
    public static Fact<IReadOnlyList<IPAddress>> ListOf(Snapshot snapshot)
    {
        if (!Registry.Find(snapshot, RegistryNames.ListenOnlyList).TryGet(out RegistryValue? value, out Missing? missing))
            return missing;
        var list = new List<IPAddress>();
        foreach (string text in value.Texts)
        {
            if (!AddressText.TryParse(text, out IPAddress? address))
                return Missing.Unknown($"The listen list of HTTP.sys holds '{text}', which is not an address.", "Correct the list, and collect again.");
            list.Add(address);
        }

        return list;
    }

    /// <summary>True if the list lets HTTP.sys listen on the address.</summary>
    public static bool Covers(IReadOnlyList<IPAddress> list, IPAddress address) =>
        list.Count == 0 || list.Contains(address) || list.Contains(address.Family().Wildcard());
}
