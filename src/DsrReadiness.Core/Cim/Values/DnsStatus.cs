namespace DsrReadiness.Cim;

/// <summary>The response code of a DNS server.</summary>
public enum DnsStatus
{
    /// <summary><c>0</c></summary>
    NoError = 0,

    /// <summary><c>1</c></summary>
    FormatError = 1,

    /// <summary><c>2</c></summary>
    ServerFailure = 2,

    /// <summary><c>3</c>, NXDOMAIN: there is no such name.</summary>
    NoSuchName = 3,

    /// <summary><c>4</c></summary>
    NotImplemented = 4,

    /// <summary><c>5</c></summary>
    Refused = 5,
}
