namespace DsrReadiness.Cim;

/// <summary>The NetBIOS over TCP/IP setting of an adapter.</summary>
public enum NetBiosOptions
{
    /// <summary><c>0</c></summary>
    EnableNetbiosViaDhcp = 0,

    /// <summary><c>1</c></summary>
    EnableNetbios = 1,

    /// <summary><c>2</c></summary>
    DisableNetbios = 2,
}
