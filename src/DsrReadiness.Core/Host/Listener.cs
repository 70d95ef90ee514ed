using System.Globalization;
using System.Net;
using DsrReadiness.Cim;

namespace DsrReadiness.Host;

/// <summary>A socket that takes what is sent to its address and port.</summary>
internal sealed class Listener(IPAddress address, int port, Field<uint> process)
{
    private string? _text;

    public IPAddress Address { get; } = address;

    public int Port { get; } = port;

    public Field<uint> Process { get; } = process;

    /// <summary>Who is bound to what, for people; Windows Server 2012 does not tell the process.</summary>
    public override string ToString() => _text ??= Process.TryGet(out uint id)
        ? "process " + id.ToString(CultureInfo.InvariantCulture) + " is bound to " + Address
        : "a process that is not told is bound to " + Address;
}
