using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Releases;

/// <summary>
/// The facts of every release. Sources are named where the pages list them: <c>docs/releases.md</c>. Nothing here was observed on such a Windows by this project.
/// </summary>
internal static class ReleaseTable
{
    private const string Ras = "Microsoft, Strong and Weak Host Models, 2007";
    private const string NetFw = "Microsoft, INetFwPolicy::get_CurrentProfile";
    private const string Netsh = "Microsoft, netsh interface reference";
    private const string Kb975808 = "Microsoft, KB 975808";
    private const string Vendors = "procedures of balancer vendors";
    private const string Lvs = "Linux Virtual Server knowledge base, Windows servers";
    private const string Wmi = "Microsoft, Win32_NetworkAdapterConfiguration";
    private const string NetTcpIp = "Microsoft, NetTCPIP module reference";

    public static IReadOnlyList<ReleaseFacts> All { get; } =
    [
        Classic(ScriptRelease.Windows2000, "Windows 2000", "5.0.2195", FirewallTool.None, HostModel.Absent, dns: false),
        Classic(ScriptRelease.WindowsXP, "Windows XP", "5.1.2600", FirewallTool.NetshFirewall, HostModel.FixedStrong, dns: true),
        Classic(ScriptRelease.Server2003, "Windows Server 2003", "5.2.3790", FirewallTool.NetshFirewall, HostModel.FixedStrong, dns: true),
        Modern(ScriptRelease.WindowsVista, "Windows Vista", "6.0.6002", WindowsRelease.Server2008, Generation.Vista),
        Modern(ScriptRelease.Server2008, "Windows Server 2008", "6.0.6002", WindowsRelease.Server2008, Generation.Vista),
        Modern(ScriptRelease.Windows7, "Windows 7", "6.1.7601", WindowsRelease.Server2008, Generation.Seven),
        Modern(ScriptRelease.Server2008R2, "Windows Server 2008 R2", "6.1.7601", WindowsRelease.Server2008, Generation.Seven),
        Modern(ScriptRelease.Windows8, "Windows 8", "6.2.9200", WindowsRelease.Server2012, Generation.Eight),
        Modern(ScriptRelease.Server2012, "Windows Server 2012", "6.2.9200", WindowsRelease.Server2012, Generation.Eight),
        Modern(ScriptRelease.Server2012R2, "Windows Server 2012 R2", "6.3.9600", WindowsRelease.Server2012R2, Generation.Eight),
        Modern(ScriptRelease.Windows10, "Windows 10", "10.0.14393", WindowsRelease.Server2016, Generation.Eight),
        Modern(ScriptRelease.Server2016, "Windows Server 2016", "10.0.14393", WindowsRelease.Server2016, Generation.Eight),
        Modern(ScriptRelease.Server2019, "Windows Server 2019", "10.0.17763", WindowsRelease.Server2019, Generation.Eight),
        Modern(ScriptRelease.Server2022, "Windows Server 2022", "10.0.20348", WindowsRelease.Server2022, Generation.Eight),
        Modern(ScriptRelease.Server2025, "Windows Server 2025", "10.0.26100", WindowsRelease.Server2025, Generation.WithoutWmic),
    ];

    private enum Generation
    {
        Vista,
        Seven,
        Eight,
        WithoutWmic,
    }

    /// <summary>Windows 2000, XP and Server 2003: one store, names alone, a weak host model that cannot be changed.</summary>
    private static ReleaseFacts Classic(ScriptRelease release, string name, string version, FirewallTool firewall, HostModel ipv6, bool dns) => new()
    {
        Release = release,
        Name = name,
        Version = version,
        Classes = WindowsRelease.Server2008,
        IPv4 = Documented(HostModel.FixedWeak, Ras),
        IPv6 = Documented(ipv6, Ras),
        AdapterName = Practised("Microsoft Loopback Adapter", Vendors),
        AdapterMaking = Practised("Control Panel, Add Hardware, a new device chosen from the list, Network adapters, Microsoft", Lvs),
        Firewall = Documented(firewall, "Microsoft, Windows Firewall interfaces of XP SP2 and Server 2003 SP1"),
        OneProfileForAll = Documented(true, NetFw),
        HostPrefix = Practised(false, Lvs),
        SkipAsSource = Inferred(SkipAsSource.Absent, Kb975808),
        NeedsMetric = Practised(true, Vendors),
        DnsByNetsh = Inferred(dns, "netsh interface ip set dns, as XP's help has it"),
        NetBiosByWmic = Inferred(false, Wmi + ": InterfaceIndex came with Vista"),
        HasStores = Inferred(false, Netsh),
        HasCmdlets = Documented(false, NetTcpIp),
    };

    private static ReleaseFacts Modern(ScriptRelease release, string name, string version, WindowsRelease classes, Generation generation) => new()
    {
        Release = release,
        Name = name,
        Version = version,
        Classes = classes,
        IPv4 = Documented(HostModel.Settable, Ras),
        IPv6 = Documented(HostModel.Settable, Ras),
        AdapterName = Practised(generation >= Generation.Eight ? "Microsoft KM-TEST Loopback Adapter" : "Microsoft Loopback Adapter", Vendors),
        AdapterMaking = Practised("Device Manager, Add legacy hardware, manually from the list, Network adapters, Microsoft", Vendors),
        Firewall = Documented(FirewallTool.NetshAdvFirewall, "Microsoft, netsh advfirewall reference"),
        OneProfileForAll = Documented(generation == Generation.Vista, NetFw),
        HostPrefix = Practised(true, Vendors),
        SkipAsSource = generation switch
        {
            Generation.Vista => Documented(SkipAsSource.WithUpdate, Kb975808),
            Generation.Seven => Practised(SkipAsSource.WithUpdate, "administrators' pages that name KB 2386184"),
            _ => Documented(SkipAsSource.Present, Netsh),
        },
        NeedsMetric = Practised(false, Vendors),
        DnsByNetsh = Documented(true, Netsh),
        NetBiosByWmic = generation == Generation.WithoutWmic
            ? Practised(false, "reports that Server 2025 comes without wmic")
            : Documented(true, Wmi),
        HasStores = Documented(true, Netsh),
        HasCmdlets = Documented(generation >= Generation.Eight, NetTcpIp),
    };

    private static Known<T> Documented<T>(T value, string source) => new(value, Certainty.Documented, source);

    private static Known<T> Practised<T>(T value, string source) => new(value, Certainty.Practised, source);

    private static Known<T> Inferred<T>(T value, string source) => new(value, Certainty.Inferred, source);
}
