using System;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Paths;

/// <summary>Who takes a packet, as far as rules ask for it: the program of the process that has the socket, and the services that it runs. Null where that is not told.</summary>
internal sealed class PacketTaker(HostView host)
{
    private const uint Kernel = 4;
    private const string Unbound = "nobody";

    private static readonly Regex s_drivePath = Pattern(@"\A[A-Z]:(\\[^\\/*?%]*[^\\/*?%. ])+\z");
    private static readonly Regex s_shortName = Pattern("~[0-9]");
    private static readonly Regex s_variable = Pattern(@"\A%(?<name>[^%]*)%(?<rest>.*)\z");

    private (PathPacket Packet, uint? Process, string? Why)? _last;

    /// <summary>Whether the packet's taker is the program.</summary>
    public bool? Runs(PathPacket packet, string program)
    {
        if (Process(packet, out bool isNobody) is not { } process)
            return isNobody ? false : null;
        bool isSystem = program.Equals("System", StringComparison.OrdinalIgnoreCase);
        if (process == Kernel || isSystem)
            return process == Kernel && isSystem;
        return PathOf(process) is { } path ? IsSameFile(program, path) : null;
    }

    /// <summary>Whether the packet's taker runs the service, or with a star any, and is known by it.</summary>
    public bool? Serves(PathPacket packet, string service)
    {
        if (Process(packet, out bool isNobody) is not { } process)
            return isNobody ? false : null;
        if (process == Kernel)
            return false;
        if (host.Snapshot.WindowsServices.Rows is not { } services)
            return null;
        WindowsService[] meant = services.Where(each => service == "*" || each.Name.Equals(service, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (meant.FirstOrDefault(each => each.ProcessId.Is(process)) is not { } own)
            return meant.All(each => each.ProcessId.HasValue) ? false : null;
        if (service == "*")
            return true;
        return host.Value(RegistryNames.ServiceSidType(own.Name)) is { Number: > 0 } ? true : null;
    }

    private static Regex Pattern(string text) => new(text, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromMinutes(5));

    /// <summary>Links and short names cannot be followed here: one file name in two folders may be one file.</summary>
    private bool? IsSameFile(string rule, string running)
    {
        if (Spelled(rule) is not { } one || Spelled(running) is not { } other)
            return null;
        return one == other ? true : one.Split('\\').Last() == other.Split('\\').Last() ? null : false;
    }

    /// <summary>The path in capitals below its drive; null if it is written in another way.</summary>
    private string? Spelled(string text)
    {
        string path = text.Trim().ToUpperInvariant();
        Match variable = s_variable.Match(path);
        if (variable.Success)
        {
            if (Folder(variable.Groups["name"].Value) is not { } folder)
                return null;
            path = folder + variable.Groups["rest"].Value;
        }

        return s_drivePath.IsMatch(path) && !s_shortName.IsMatch(path) ? path : null;
    }

    /// <summary>The folder of a variable that is the same for everybody.</summary>
    private string? Folder(string variable)
    {
        string windows = host.Snapshot.OperatingSystems.Single?.WindowsDirectory.Or(string.Empty).TrimEnd('\\').ToUpperInvariant() ?? string.Empty;
        if (windows.Length < 3 || windows[1] != ':')
            return null;
        string drive = windows.Substring(0, 2);
        return variable switch
        {
            "SYSTEMROOT" or "WINDIR" => windows,
            "SYSTEMDRIVE" => drive,
            "PROGRAMFILES" or "PROGRAMW6432" => drive + @"\PROGRAM FILES",
            "PROGRAMFILES(X86)" => drive + @"\PROGRAM FILES (X86)",
            "COMMONPROGRAMFILES" => drive + @"\PROGRAM FILES\COMMON FILES",
            "COMMONPROGRAMFILES(X86)" => drive + @"\PROGRAM FILES (X86)\COMMON FILES",
            "PROGRAMDATA" or "ALLUSERSPROFILE" => drive + @"\PROGRAMDATA",
            _ => null,
        };
    }

    /// <summary>The path of a process, or where Windows keeps it back, the one program that its services are started with.</summary>
    private string? PathOf(uint process)
    {
        if (host.Snapshot.Processes.Rows?.FirstOrDefault(each => each.Id == process) is not { } row)
            return null;
        if (row.ExecutablePath.Or(string.Empty) is { Length: > 0 } path)
            return path;
        string?[] started = (host.Snapshot.WindowsServices.Rows ?? [])
            .Where(each => each.ProcessId.Is(process) && each.PathName.HasValue)
            .Select(each => ServiceCommandLine.ProgramOf(each.PathName.Value)?.ToUpperInvariant())
            .Where(each => each is not null).Distinct().ToArray();
        return started.Length == 1 ? started[0] : null;
    }

    private uint? Process(PathPacket packet, out bool isNobody)
    {
        if (_last is not { } last || last.Packet != packet)
            _last = last = Find(packet);
        isNobody = last.Why == Unbound;
        return last.Process;
    }

    private (PathPacket Packet, uint? Process, string? Why) Find(PathPacket packet)
    {
        if (packet.Port is not { } port)
            return (packet, packet.Protocol == TransportProtocol.Icmp ? Kernel : null, null);
        if (host.Sockets(packet.Protocol, port) is not { } sockets)
            return (packet, null, null);
        foreach (IPAddress bound in packet.Taking)
        {
            int at = Array.FindIndex(sockets, each => each.Listens == true && each.Address.Equals(bound));
            if (at >= 0)
                return (packet, sockets[at].Process.TryGet(out uint process) ? process : null, null);
        }

        if (Array.Exists(sockets, each => each.Listens is null && packet.Taking.Contains(each.Address)))
            return (packet, null, null);
        Field<uint>[] elsewhere = sockets.Where(each => each.Listens == true).Select(each => each.Process).Distinct().ToArray();
        return elsewhere.Length == 0 ? (packet, null, Unbound) // Whoever has the port on another address would take the packet if it were bound here.
            : (packet, elsewhere.Length == 1 && elsewhere[0].TryGet(out uint other) ? other : null, null);
    }
}
