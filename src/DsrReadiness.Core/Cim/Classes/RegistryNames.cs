using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>The registry values that checks look at. A reader asks for exactly these, so that no more of a registry leaves its server.</summary>
public static class RegistryNames
{
    private const string Tcpip = @"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters";
    private const string Http = @"SYSTEM\CurrentControlSet\Services\HTTP\Parameters";
    private const string FileServer = @"SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters";
    private const string DnsClientPolicy = @"SOFTWARE\Policies\Microsoft\Windows NT\DNSClient";
    private const string NetlogonPolicy = @"SOFTWARE\Policies\Microsoft\Netlogon\Parameters";
    private const string Netlogon = @"SYSTEM\CurrentControlSet\Services\Netlogon\Parameters";

    private static readonly List<RegistryName> s_all = [];

    /// <summary>Every value that has a fixed place, in a fixed order.</summary>
    public static IReadOnlyList<RegistryName> All => s_all;

    /// <summary>The primary DNS suffix, which makes the server's full name. It need not be the name of its domain.</summary>
    public static readonly RegistryName PrimaryDnsSuffix = Asked(Tcpip, "Domain");

    /// <summary>The primary DNS suffix as it was set, which the next start puts into force.</summary>
    public static readonly RegistryName SetDnsSuffix = Asked(Tcpip, "NV Domain");

    /// <summary>Policy "Dynamic update": 1 on, 0 off.</summary>
    public static readonly RegistryName RegistrationEnabled = Asked(DnsClientPolicy, "RegistrationEnabled");

    /// <summary>Policy "Register DNS records with connection-specific DNS suffix": 1 on, 0 off.</summary>
    public static readonly RegistryName RegisterAdapterName = Asked(DnsClientPolicy, "RegisterAdapterName");

    /// <summary>The addresses that the DNS Server role publishes as the server's own, with spaces between them.</summary>
    public static readonly RegistryName PublishAddresses = Asked(@"SYSTEM\CurrentControlSet\Services\DNS\Parameters", "PublishAddresses");

    /// <summary>0 keeps a domain controller from registering its DNS records itself.</summary>
    public static readonly RegistryName UseDynamicDns = Asked(Netlogon, "UseDynamicDns");

    /// <summary>The same as policy, which counts first.</summary>
    public static readonly RegistryName UseDynamicDnsPolicy = Asked(NetlogonPolicy, "UseDynamicDns");

    /// <summary>0 keeps a domain controller from registering its address records.</summary>
    public static readonly RegistryName RegisterDnsARecords = Asked(Netlogon, "RegisterDnsARecords");

    /// <summary>The records that a domain controller does not register, such as LdapIpAddress.</summary>
    public static readonly RegistryName DnsAvoidRegisterRecords = Asked(Netlogon, "DnsAvoidRegisterRecords");

    /// <summary>The same as policy, which counts first; there with spaces between them.</summary>
    public static readonly RegistryName DnsAvoidRegisterRecordsPolicy = Asked(NetlogonPolicy, "DnsAvoidRegisterRecords");

    /// <summary>The addresses that HTTP.sys listens on; all if there are none.</summary>
    public static readonly RegistryName ListenOnlyList = Asked(Http, "ListenOnlyList");

    /// <summary>The addresses and ports for which HTTP.sys has a certificate, such as <c>0.0.0.0:443</c>: each is a key. Known from published programs that read them.</summary>
    public static readonly RegistryName TlsAddresses = Asked(Http + @"\SslBindingInfo", RegistryName.Subkeys);

    /// <summary>The host names and ports for which HTTP.sys has a certificate, such as <c>www.example.com:443</c>: value <c>HostnamePort</c> of each key, or else the key. Known as above.</summary>
    public static readonly RegistryName TlsNames = Asked(Http + @"\SslSniBindingInfo", RegistryName.Subkeys);

    /// <summary>The ports for which HTTP.sys takes certificates from the central store of IIS, each a key that ends in the port. Nobody has documented it.</summary>
    public static readonly RegistryName TlsStores = Asked(Http + @"\SslCcsBindingInfo", RegistryName.Subkeys);

    /// <summary>1 lets the file server answer for names that are not its own (Microsoft KB 281308).</summary>
    public static readonly RegistryName DisableStrictNameChecking = Asked(FileServer, "DisableStrictNameChecking");

    /// <summary>Other names for which the file server answers.</summary>
    public static readonly RegistryName OptionalNames = Asked(FileServer, "OptionalNames");

    /// <summary>The key below which each service has one of its own name.</summary>
    public const string Services = @"SYSTEM\CurrentControlSet\Services\";

    /// <summary>
    /// Whether the service's own id is in the token of its process, by which firewall rules know it there: absent or 0 if not. Asked of the services whose process has a socket open, by
    /// <see cref="ServiceClass.ProcessId"/>.
    /// </summary>
    public static RegistryName ServiceSidType(string service) => new(Services + service, nameof(ServiceSidType));

    private static RegistryName Asked(string key, string value)
    {
        var name = new RegistryName(key, value);
        s_all.Add(name);
        return name;
    }
}
