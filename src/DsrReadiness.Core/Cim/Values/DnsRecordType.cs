namespace DsrReadiness.Cim;

/// <summary>The type of DNS record that was asked for.</summary>
public enum DnsRecordType
{
    /// <summary><c>1</c>, IPv4 addresses.</summary>
    A = 1,

    /// <summary><c>28</c>, IPv6 addresses.</summary>
    Aaaa = 28,
}
