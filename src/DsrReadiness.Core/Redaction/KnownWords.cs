using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks.Listeners;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Firewall.Conditions;
using DsrReadiness.Host;

namespace DsrReadiness.Redaction;

/// <summary>Words that tell nothing of an organisation: Windows writes them on every server, or checks look for them.</summary>
internal static class KnownWords
{
    private static readonly HashSet<string> s_all = new(
        RegistryNames.All.SelectMany(name => new[] { name.Key, name.Value }).Concat(
        [
            // Rules: limits, protocols, ports and addresses that Windows finds out as it runs.
            "Any", "NotConfigured", "System", .. ProtocolCondition.Names, .. RulePorts.Keywords, .. RuleAddresses.Keywords,
            "Domain", "Private", "Public",

            // Adapters, and what is bound to them.
            NetAdapter.LoopbackHardwareId, "ms_tcpip", "ms_tcpip6", "ms_msclient", "ms_server", "ms_lltdio", "ms_rspndr", "ms_lldp", "ms_nlb", "ms_implat", "ms_pacer", "ms_netbios",
            "ms_netbt", "ms_ndisuio", "ms_wfplwf", "ms_bridge", "vms_pp", "ROOT", "NET",

            // Services and clusters.
            "NetSetupSvc", "Netlogon", "MpsSvc", "BFE", "ClusSvc", "WindowsAzureGuestAgent", "GCEAgent", "GCEAgentManager", EnvironmentRecognition.Google, .. KnownServices.Names,
            "Running", "Stopped", "Paused", "Start", "Stop", "Continue", "Pause", "Pending", "Unknown", "Auto", "Manual", "Disabled", "Boot",
            "IP", "Address", "Network", "Name",

            // Bindings of sites.
            "*", "http", "https",

            // The registry.
            nameof(RegistryNames.ServiceSidType), "HKLM", "HKEY_LOCAL_MACHINE", "LdapIpAddress", "GcIpAddress",

            // Collectors.
            OwnRules.Group, "Save-DsrSnapshot", "dsr", "netsh", SnapshotRedactor.Mark,
        ]),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of interfaces are made of these by Windows, by this project and by everybody.</summary>
    private static readonly HashSet<string> s_ofAliases = new(
        [
            "Adapter", "Any", "Area", "Bluetooth", "Connection", "Default", "DSR", "Ethernet", "Fi", "Interface", "KM", "LAN", "Local", "Loopback", "Microsoft", "net", "Network",
            "NIC", "NotConfigured", "Pseudo", "Switch", "Team", "Teredo", "TEST", "Tunneling", "vEthernet", "VIP", "Wi",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Contain(string word) => s_all.Contains(word);

    public static bool AreOfAliases(string word) => s_ofAliases.Contains(word);
}
