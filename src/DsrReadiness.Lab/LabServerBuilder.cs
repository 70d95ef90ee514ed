using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using DsrReadiness.Services;
using Neighbor = DsrReadiness.Lab.State.Neighbor;

namespace DsrReadiness.Lab;

/// <summary>
/// Describes a lab server by what differs from a fresh one: Windows Server 2019, a workgroup, the firewall on. Without any network adapter
/// it gets "Ethernet" with 192.0.2.11/24, the gateway 192.0.2.1 and the DNS server 192.0.2.53.
/// </summary>
/// <param name="computerName">The server's name.</param>
public sealed class LabServerBuilder(string computerName)
{
    private const int Kernel = 4;
    private const int Https = 443;
    private static readonly string[] s_certificates = ["0.0.0.0:443", "[::]:443"];
    private readonly List<Action<Machine>> _steps = [];
    private LabWindows _windows = LabWindows.Server2019;
    private LabClock? _clock;
    private LabSegment? _segment;
    private string? _domain;
    private string _manufacturer = "Microsoft Corporation";
    private bool _hasNic;

    /// <summary>Chooses the Windows release.</summary>
    public LabServerBuilder Windows(LabWindows windows) => With(() => _windows = windows);

    /// <summary>Shares a clock with other servers.</summary>
    public LabServerBuilder Clock(LabClock clock) => With(() => _clock = clock);

    /// <summary>Puts the server on a network that it shares with others.</summary>
    public LabServerBuilder Segment(LabSegment segment) => With(() => _segment = segment);

    /// <summary>Makes the server a member of a domain.</summary>
    public LabServerBuilder Domain(string domain) => With(() => _domain = domain);

    /// <summary>Says who made the server: Microsoft Corporation, as its Hyper-V has it, until said otherwise.</summary>
    public LabServerBuilder Manufacturer(string manufacturer) => With(() => _manufacturer = manufacturer);

    /// <summary>Adds a network adapter that answers ARP.</summary>
    public LabServerBuilder Nic(string alias, Action<LabAdapterBuilder> describe)
    {
        _hasNic = true;
        return Then(machine => describe(LabAdapterBuilder.NewNic(machine, alias)));
    }

    /// <summary>Adds a network adapter with one address.</summary>
    /// <param name="alias">Its name.</param>
    /// <param name="address">Its address with the prefix length, such as 192.0.2.11/24.</param>
    /// <param name="gateway">The default gateway.</param>
    /// <param name="dnsServers">The DNS servers.</param>
    public LabServerBuilder Nic(string alias, string address, string? gateway = null, params string[] dnsServers) => Nic(alias, nic =>
    {
        nic.Address(address).Dns(dnsServers);
        if (gateway is not null)
            nic.Gateway(gateway);
    });

    /// <summary>Adds a KM-TEST loopback adapter as it is after its installation, with whatever was done to it since.</summary>
    public LabServerBuilder Loopback(string alias, Action<LabAdapterBuilder>? describe = null) =>
        Then(machine => (describe ?? (_ => { }))(LabAdapterBuilder.NewLoopback(machine, alias, null)));

    /// <summary>Adds a loopback adapter of another product on the same driver, which overwrote its description, as Npcap does.</summary>
    public LabServerBuilder ForeignLoopback(string alias, string description, Action<LabAdapterBuilder>? describe = null) =>
        Then(machine => (describe ?? (_ => { }))(LabAdapterBuilder.NewLoopback(machine, alias, description)));

    /// <summary>Adds an adapter under <c>ROOT\NET</c> that is no loopback whatever it is called, such as a VPN's TAP adapter.</summary>
    public LabServerBuilder Tap(string alias, Action<LabAdapterBuilder>? describe = null) =>
        Then(machine => (describe ?? (_ => { }))(LabAdapterBuilder.NewTap(machine, alias)));

    /// <summary>Adds a listener.</summary>
    /// <param name="port">The port, such as <c>tcp/443</c>.</param>
    /// <param name="address">The address that it is bound to; null for the wildcards of both families.</param>
    /// <param name="process">The process id; 4 is the kernel, which listens for IIS, and has a certificate for tcp/443 as IIS has made it.</param>
    public LabServerBuilder Listens(string port, string? address = null, int process = 4)
    {
        ServicePort parsed = ServicePort.Parse(port);
        IPAddress[] addresses = address is null ? [IPAddress.Any, IPAddress.IPv6Any] : [LabAdapterBuilder.Parse(address)];
        return Then(machine =>
        {
            machine.Listeners.AddRange(
                from each in addresses
                from number in Enumerable.Range(parsed.First, parsed.Last - parsed.First + 1)
                select new Listener(parsed.Protocol, each, number, process));
            if (process == Kernel && parsed.Includes(TransportProtocol.Tcp, Https))
                machine.Registry.Set(RegistryNames.TlsAddresses.Key, RegistryNames.TlsAddresses.Value, s_certificates);
        });
    }

    /// <summary>Adds a binding of a site of IIS, which says nothing of the socket: see <see cref="Listens"/>.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="port">The port.</param>
    /// <param name="address">The address that it is bound to; null for all.</param>
    public LabServerBuilder Site(string site, int port, string? address = null) =>
        Then(machine => machine.Sites.Add(new LabSite(site, port == Https ? "https" : "http", address ?? "*", port)));

    /// <summary>Tells when a certificate expires that HTTP.sys has bound: see <see cref="Registry"/> for the binding.</summary>
    /// <param name="binding">The address or host name and the port, such as <c>0.0.0.0:443</c>.</param>
    /// <param name="notAfter">When it expires; null if it has gone from its store.</param>
    public LabServerBuilder Certificate(string binding, DateTimeOffset? notAfter) => Then(machine => machine.Certificates.Add(new LabCertificate(binding, notAfter)));

    /// <summary>Switches SMB Multichannel off, which is on by default.</summary>
    public LabServerBuilder WithoutMultichannel() => Then(machine => machine.HasMultiChannel = false);

    /// <summary>Adds a Windows service.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isRunning">Whether it runs.</param>
    /// <param name="startMode">How it is started.</param>
    /// <param name="process">The process that it runs in, added before; null for one that it shares with others.</param>
    /// <param name="sidType">What the registry says of its own id: 0 none, 1 unrestricted, 3 restricted; null for nothing.</param>
    public LabServerBuilder Service(string name, bool isRunning = true, string startMode = "Auto", int? process = null, int? sidType = null) =>
        Then(machine => machine.Services.Add(new LabService(
            name,
            isRunning,
            startMode,
            process is null ? null
                : machine.Processes.Find(each => each.Id == process) ?? throw new ArgumentException($"There is no process {process} yet.", nameof(process)),
            sidType)));

    /// <summary>Adds a process.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="path">The path of its program; null if Windows does not tell.</param>
    public LabServerBuilder Process(int id, string? path) => Then(machine => machine.Processes.Add(new LabProcess(id, path)));

    /// <summary>Adds an entry to the neighbour table of an adapter that was added before.</summary>
    public LabServerBuilder Neighbor(string alias, string address, string linkLayerAddress) => Then(machine => machine.Neighbors.Add(
        new Neighbor(
            machine.Find(alias) ?? throw new ArgumentException("There is no adapter '" + alias + "' yet.", nameof(alias)),
            LabAdapterBuilder.Parse(address),
            linkLayerAddress)));

    /// <summary>Sets a registry value below HKLM, of those that are asked for.</summary>
    /// <param name="key">The path of the key.</param>
    /// <param name="name">The name of the value.</param>
    /// <param name="data">An int, a string or an array of strings.</param>
    public LabServerBuilder Registry(string key, string name, object data)
    {
        if (data is not (int or string or string[]))
            throw new ArgumentException("A registry value is an int, a string or an array of strings here.", nameof(data));
        return Then(machine =>
        {
            if (!machine.Registry.Set(key, name, data))
                throw new ArgumentException($"Nobody asks for the registry value '{key}\\{name}'.", nameof(name));
        });
    }

    /// <summary>Tells what DNS has under the server's own name, for a server that is a member of a domain; without it DNS does not know the name.</summary>
    public LabServerBuilder DnsRecord(params string[] addresses)
    {
        IPAddress[] parsed = addresses.Select(LabAdapterBuilder.Parse).ToArray();
        return Then(machine => machine.DnsAddresses = parsed);
    }

    /// <summary>Describes the firewall, which is on and lets in remote desktop and remote management.</summary>
    public LabServerBuilder Firewall(Action<LabFirewallBuilder> describe) => Then(machine => describe(new LabFirewallBuilder(machine.Firewall)));

    /// <summary>Builds the server. A builder can build several.</summary>
    public LabServer Build()
    {
        LabClock clock = _clock ?? new LabClock();
        var machine = new Machine(computerName, _windows, new LabBehaviour(), new Agenda(clock.Elapsed)) { Domain = _domain, Manufacturer = _manufacturer };
        AddDefaults(machine);
        if (!_hasNic)
            LabAdapterBuilder.NewNic(machine, "Ethernet").Address("192.0.2.11/24").Gateway("192.0.2.1").Dns("192.0.2.53");
        foreach (Action<Machine> step in _steps)
            step(machine);
        foreach (NetInterface adapter in machine.Adapters)
            adapter.Restart();
        return new LabServer(machine, clock, _segment);
    }

    private static void AddDefaults(Machine machine)
    {
        machine.Services.AddRange(
        [
            new LabService("Dnscache", true, "Auto"),
            new LabService("LanmanServer", true, "Auto"),
            new LabService("MpsSvc", true, "Auto"),
        ]);
        if (machine.Windows.Build >= LabWindows.Server2016.Build)
            machine.Services.Add(new LabService("NetSetupSvc", false, "Manual"));
        new LabFirewallBuilder(machine.Firewall).Allow("RemoteDesktop-UserMode-In-TCP", "tcp/3389").Allow("WINRM-HTTP-In-TCP", "tcp/5985");
    }

    private LabServerBuilder With(Action change)
    {
        change();
        return this;
    }

    private LabServerBuilder Then(Action<Machine> step)
    {
        _steps.Add(step);
        return this;
    }
}
