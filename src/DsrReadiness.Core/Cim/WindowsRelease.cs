namespace DsrReadiness.Cim;

/// <summary>Windows releases at which the management classes changed.</summary>
public enum WindowsRelease
{
    /// <summary>Windows Vista and Windows Server 2008 (6.0).</summary>
    Server2008,

    /// <summary>Windows 8 and Windows Server 2012 (6.2): the first with the network classes.</summary>
    Server2012,

    /// <summary>Windows 8.1 and Windows Server 2012 R2 (6.3).</summary>
    Server2012R2,

    /// <summary>Windows 10 and Windows Server 2016 (10.0.14393).</summary>
    Server2016,

    /// <summary>Windows 10 1809 and Windows Server 2019 (10.0.17763).</summary>
    Server2019,

    /// <summary>Windows Server 2022 (10.0.20348).</summary>
    Server2022,

    /// <summary>Windows 11 and Windows Server 23H2 and 2025 (10.0.25398 and later).</summary>
    Server2025,
}
