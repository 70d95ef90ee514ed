using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>
/// Whether a rule for a program or a service is for what listens where traffic is sent. Windows compares the program of the socket's process, and the ids of services in its token. What
/// cannot be read fits nothing for certain.
/// </summary>
internal sealed class ListeningPrograms(Snapshot snapshot)
{
    private const uint Kernel = 4;
    private const string System = "System";
    private const string AnyService = "*";

    private readonly Dictionary<TransportProtocol, Fact<ListenerTable>> _tables = [];
    private readonly Dictionary<Asked, Listening> _known = [];
    private readonly ProgramPath _paths = new(snapshot.OperatingSystems.Single?.WindowsDirectory.Or(string.Empty));

    /// <summary>Whether a rule for a program is for all that listens.</summary>
    public Judgement Program(Flow flow, string program) => Ask(flow, process => IsProgram(process, program));

    /// <summary>Whether a rule for a service is for all that listens.</summary>
    public Judgement Service(Flow flow, string service) => Ask(flow, process => IsService(process, service));

    private static string NameOf(uint process) => "process " + process.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(uint process, string program) => NameOf(process) + " (" + ServerText.Short(program) + ")";

    private Judgement Ask(Flow flow, Func<uint, Judgement> ask)
    {
        Listening listening = Find(flow);
        if (listening.Unknown is { } unknown)
            return Judgement.Unknown(unknown);
        if (listening.Processes.Count == 0)
            return Judgement.No("nothing listens there");
        return listening.Processes.Select(ask).Aggregate(Judgement.Worse);
    }

    private Judgement IsProgram(uint process, string program)
    {
        bool isSystem = string.Equals(program, System, StringComparison.OrdinalIgnoreCase);
        if (process == Kernel)
            return isSystem ? Judgement.Yes("process 4 is it, which listens for IIS and file service") : Judgement.No("process 4, System, listens");
        if (isSystem)
            return Judgement.No(NameOf(process) + " listens");
        if (!ProgramOf(process).TryGet(out string? running, out Missing? missing))
            return Judgement.Unknown("what " + NameOf(process) + " runs is not known: " + missing.Reason);
        return _paths.AreSame(program, running) switch
        {
            true => Judgement.Yes(NameOf(process) + " runs it"),
            false => Judgement.No(NameOf(process, running) + " listens"),
            null => Judgement.Unknown(NameOf(process, running) + " listens, and whether both paths mean one file cannot be told"),
        };
    }

    private Judgement IsService(uint process, string service)
    {
        if (process == Kernel)
            return Judgement.No("process 4, System, listens, which runs no service");
        if (!snapshot.WindowsServices.TryGet(out IReadOnlyList<WindowsService>? services, out Missing? missing))
            return Judgement.Unknown(missing.Reason);
        WindowsService[] asked = service == AnyService ? [.. services]
            : [.. services.Where(each => string.Equals(each.Name, service, StringComparison.OrdinalIgnoreCase))];
        WindowsService? running = Array.Find(asked, each => each.ProcessId.Is(process));
        if (running is null)
        {
            return Array.Find(asked, each => !each.ProcessId.HasValue) is { } untold
                ? Judgement.Unknown(Missing.Property("ProcessId of the service " + ServerText.Short(untold.Name), untold.ProcessId).Reason)
                : Judgement.No(NameOf(process) + " listens, which runs " + (service == AnyService ? "no service" : "another"));
        }

        if (service == AnyService)
            return Judgement.Yes(NameOf(process) + " runs one");
        if (!Registry.Find(snapshot, RegistryNames.ServiceSidType(running.Name)).TryGet(out RegistryValue? kind, out missing))
            return Judgement.Unknown(NameOf(process) + " runs it, and whether it carries the id of the service is not known: " + missing.Reason);
        return kind.Number is > 0
            ? Judgement.Yes(NameOf(process) + " runs it")
            : Judgement.Unknown(NameOf(process) + " runs it, but without the id of the service (ServiceSidType is 0 or absent)");
    }

    /// <summary>The program of a process; where Windows does not tell it, that of the services which it runs.</summary>
    private Fact<string> ProgramOf(uint process)
    {
        Reading<WindowsProcess> reading = snapshot.Processes;
        if (!reading.TryGet(out IReadOnlyList<WindowsProcess>? processes, out Missing? missing))
            return missing;
        if (processes.FirstOrDefault(each => each.Id == process) is not { } row)
            return Missing.Unknown($"{reading.Name} has no row for it.", "Collect again.");
        if (row.ExecutablePath.TryGet(out string path) && path.Length > 0)
            return path;
        string[] programs = (snapshot.WindowsServices.Rows ?? [])
            .Where(service => service.ProcessId.Is(process) && service.PathName.HasValue)
            .Select(service => ServiceCommandLine.ProgramOf(service.PathName.Value)).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return programs.Length == 1 ? programs[0] : Missing.Property("ExecutablePath of " + NameOf(process), row.ExecutablePath);
    }

    private Listening Find(Flow flow)
    {
        var key = new Asked(flow.To, flow.Protocol, flow.Ports);
        if (!_known.TryGetValue(key, out Listening? listening))
            _known.Add(key, listening = FindAnew(flow));
        return listening;
    }

    private Listening FindAnew(Flow flow)
    {
        if (flow.Ports is not { } ports)
            return new Listening([Kernel], null); // Windows itself answers echo requests.
        if (!_tables.TryGetValue(flow.Protocol, out Fact<ListenerTable> fact))
            _tables.Add(flow.Protocol, fact = ListenerTable.Of(snapshot, flow.Protocol));
        if (!fact.TryGet(out ListenerTable? table, out Missing? missing))
            return new Listening([], "what listens is not known: " + missing.Reason);
        var processes = new HashSet<uint>();
        for (int port = ports.First; port <= ports.Last; port++)
        {
            Listener? listener = table.Covering(flow.To, port);
            if (listener is null && table.UnclearAt(flow.To, port) is { } unclear)
                return new Listening([], "what listens is not known: " + unclear.Reason);
            if (listener is null && table.On(port).Select(each => each.Process).Distinct().Count() > 1)
                return new Listening([], "which of the programs that listen on other addresses is meant is not known");
            listener ??= table.On(port).FirstOrDefault(); // Bound to another address, it is what S01 wants to have bound here.
            if (listener is null)
                return new Listening([], null);

            if (!listener.Process.TryGet(out uint process))
                return new Listening([], "which process listens is not known: " + Missing.Property("OwningProcess", listener.Process).Reason);
            processes.Add(process);
        }

        return new Listening([.. processes], null);
    }

    /// <summary>The processes that listen, each once; none where one port has no listener.</summary>
    private sealed record Listening(IReadOnlyList<uint> Processes, string? Unknown);

    private sealed record Asked(IPAddress To, TransportProtocol Protocol, PortRange? Ports);
}
