using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Redaction;

/// <summary>What becomes of each property of each class that a snapshot holds. There is no default: whoever adds a property decides.</summary>
internal static class Redactions
{
    private static readonly Dictionary<CimProperty, RedactionKind> s_all = Table();

    /// <summary>Every property that has been decided on.</summary>
    public static IReadOnlyCollection<CimProperty> Properties => s_all.Keys;

    public static RedactionKind Of(CimProperty property) => s_all[property];

    private static Dictionary<CimProperty, RedactionKind> Table()
    {
        var all = new Dictionary<CimProperty, RedactionKind>();
        void Add(RedactionKind disguise, params CimProperty[] properties) => properties.ToList().ForEach(property => all.Add(property, disguise));

        Add(
            RedactionKind.Stays,
            NetIPInterfaceClass.InterfaceIndex, NetIPInterfaceClass.AddressFamily, NetIPInterfaceClass.WeakHostSend, NetIPInterfaceClass.WeakHostReceive, NetIPInterfaceClass.Forwarding,
            NetIPInterfaceClass.Advertising, NetIPInterfaceClass.Dhcp, NetIPInterfaceClass.AutomaticMetric, NetIPInterfaceClass.InterfaceMetric, NetIPInterfaceClass.DadTransmits,
            NetIPInterfaceClass.ConnectionState, NetIPInterfaceClass.NlMtu,
            NetIPAddressClass.InterfaceIndex, NetIPAddressClass.AddressFamily, NetIPAddressClass.PrefixLength, NetIPAddressClass.AddressState, NetIPAddressClass.SkipAsSource,
            NetIPAddressClass.PrefixOrigin,
            NetRouteClass.InterfaceIndex, NetRouteClass.AddressFamily, NetRouteClass.RouteMetric, NetRouteClass.InterfaceMetric,
            NetAdapterClass.InterfaceIndex, NetAdapterClass.InterfaceOperationalStatus, NetAdapterClass.InterfaceAdminStatus, NetAdapterClass.State, NetAdapterClass.Virtual,
            NetAdapterBindingClass.Enabled,
            NetConnectionProfileClass.InterfaceIndex, NetConnectionProfileClass.NetworkCategory,
            NetNeighborClass.InterfaceIndex, NetNeighborClass.AddressFamily, NetNeighborClass.State,
            NetTcpConnectionClass.LocalPort, NetTcpConnectionClass.State, NetTcpConnectionClass.OwningProcess,
            NetUdpEndpointClass.LocalPort, NetUdpEndpointClass.OwningProcess,
            DnsClientClass.InterfaceIndex, DnsClientClass.RegisterThisConnectionsAddress, DnsClientClass.UseSuffixWhenRegistering,
            DnsClientServerAddressClass.InterfaceIndex, DnsClientServerAddressClass.AddressFamily,
            NetFirewallRuleClass.Enabled, NetFirewallRuleClass.Direction, NetFirewallRuleClass.Action, NetFirewallRuleClass.Profiles, NetFirewallRuleClass.PolicyStoreSourceType,
            NetInterfaceTypeFilterClass.InterfaceType,
            NetSecurityFilterClass.Authentication, NetSecurityFilterClass.Encryption, NetSecurityFilterClass.OverrideBlockRules,
            NetFirewallProfileClass.Enabled, NetFirewallProfileClass.DefaultInboundAction, NetFirewallProfileClass.AllowInboundRules, NetFirewallProfileClass.AllowLocalFirewallRules,
            OperatingSystemClass.ProductType,
            ComputerSystemClass.PartOfDomain,
            PnPEntityClass.ConfigManagerErrorCode,
            NetworkAdapterConfigurationClass.Index, NetworkAdapterConfigurationClass.InterfaceIndex, NetworkAdapterConfigurationClass.IPEnabled,
            NetworkAdapterConfigurationClass.TcpipNetbiosOptions, NetworkAdapterConfigurationClass.FullDNSRegistrationEnabled,
            ServiceClass.ProcessId, ProcessClass.ProcessId,
            NetFirewallRuleClass.EnforcementStatus,
            NetConSecRuleClass.Enabled, NetConSecRuleClass.Profiles, NetConSecRuleClass.Mode, NetConSecRuleClass.InboundSecurity, NetConSecRuleClass.EnforcementStatus,
            SmbServerConfigurationClass.EnableMultiChannel, SmbServerConfigurationClass.EnableStrictNameChecking,
            SiteBindingClass.Port, HttpCertificateClass.NotAfter,
            ClusterResourceClass.State, ClusterNetworkClass.Role,
            RegistryValueClass.Type,
            DnsAnswerClass.Type, DnsAnswerClass.Status);
        Add(
            RedactionKind.Words,
            NetIPAddressClass.IPAddress, NetRouteClass.DestinationPrefix, NetRouteClass.NextHop, NetNeighborClass.IPAddress, NetTcpConnectionClass.LocalAddress,
            NetUdpEndpointClass.LocalAddress, DnsClientServerAddressClass.ServerAddresses,
            NetAddressFilterClass.LocalAddress, NetAddressFilterClass.RemoteAddress,
            NetProtocolPortFilterClass.Protocol, NetProtocolPortFilterClass.LocalPort, NetProtocolPortFilterClass.RemotePort, NetProtocolPortFilterClass.IcmpType,
            NetFirewallProfileClass.Name,
            OperatingSystemClass.Version, OperatingSystemClass.BuildNumber,
            NetFirewallRuleClass.Platforms, NetConSecRuleClass.Platforms,
            NetworkAdapterConfigurationClass.DHCPServer, NetworkAdapterConfigurationClass.WINSPrimaryServer, NetworkAdapterConfigurationClass.WINSSecondaryServer,
            ServiceClass.State, ServiceClass.StartMode, ComputerSystemClass.Manufacturer,
            ClusterResourceClass.Name, ClusterResourceClass.Type, ClusterNetworkClass.Name, ClusterInterfaceClass.Network,
            SmbServerNetworkInterfaceClass.IpAddress,
            SiteBindingClass.Protocol, SiteBindingClass.Address,
            HttpCertificateClass.Binding,
            RegistryValueClass.Data,
            DnsAnswerClass.Server, DnsAnswerClass.Addresses);
        Add(RedactionKind.Dropped, NetAdapterClass.InterfaceDescription, NetAdapterBindingClass.InstanceId, OperatingSystemClass.Caption);
        Add(RedactionKind.HostName, ComputerSystemClass.Name, ComputerSystemClass.DNSHostName, ComputerSystemClass.Domain, DnsAnswerClass.Name);
        Add(
            RedactionKind.Alias,
            NetIPInterfaceClass.InterfaceAlias, NetIPAddressClass.InterfaceAlias, NetRouteClass.InterfaceAlias, NetAdapterClass.Name, NetAdapterBindingClass.Name,
            NetConnectionProfileClass.InterfaceAlias, DnsClientClass.InterfaceAlias, DnsClientServerAddressClass.InterfaceAlias, NetInterfaceFilterClass.InterfaceAlias,
            NetFirewallProfileClass.DisabledInterfaceAliases);
        Add(RedactionKind.Guid, ClusterInterfaceClass.AdapterId, NetAdapterClass.InterfaceGuid, NetworkAdapterConfigurationClass.SettingID);
        Add(RedactionKind.Mac, NetAdapterClass.PermanentAddress, NetAdapterClass.NetworkAddresses, NetNeighborClass.LinkLayerAddress);
        Add(RedactionKind.Device, NetAdapterClass.PnPDeviceID, PnPEntityClass.DeviceID);
        Add(RedactionKind.Component, NetAdapterClass.ComponentID, NetAdapterBindingClass.ComponentID, PnPEntityClass.HardwareID);
        Add(
            RedactionKind.RuleId,
            NetFirewallRuleClass.InstanceId, NetAddressFilterClass.InstanceId, NetProtocolPortFilterClass.InstanceId, NetApplicationFilterClass.InstanceId,
            NetServiceFilterClass.InstanceId, NetInterfaceFilterClass.InstanceId, NetInterfaceTypeFilterClass.InstanceId, NetSecurityFilterClass.InstanceId,
            NetConSecRuleClass.InstanceId);
        Add(RedactionKind.RuleText, NetFirewallRuleClass.ElementName, NetFirewallRuleClass.RuleGroup, NetConSecRuleClass.ElementName);
        Add(RedactionKind.Service, NetServiceFilterClass.ServiceName, ServiceClass.Name);
        Add(RedactionKind.Program, NetApplicationFilterClass.AppPath, ProcessClass.ExecutablePath, OperatingSystemClass.WindowsDirectory);
        Add(RedactionKind.CommandLine, ServiceClass.PathName);
        Add(
            RedactionKind.App, SiteBindingClass.Site, HttpCertificateClass.Hash, NetApplicationFilterClass.Package, NetFirewallRuleClass.RemoteDynamicKeywordAddresses, NetFirewallRuleClass.PolicyAppId, NetFirewallRuleClass.PackageFamilyName);
        Add(RedactionKind.User, NetFirewallRuleClass.Owner, NetSecurityFilterClass.LocalUsers, NetSecurityFilterClass.RemoteUsers, NetSecurityFilterClass.RemoteMachines);
        Add(RedactionKind.Registry, RegistryValueClass.Hive, RegistryValueClass.Key, RegistryValueClass.Name);
        return all;
    }
}
