namespace DsrReadiness.Commands;

/// <summary>The releases of Windows that a lab server can be.</summary>
public enum LabRelease
{
    /// <summary>Windows Server 2008 R2, which has none of the network classes.</summary>
    Server2008R2,

    /// <summary>Windows Server 2012.</summary>
    Server2012,

    /// <summary>Windows Server 2012 R2.</summary>
    Server2012R2,

    /// <summary>Windows Server 2016.</summary>
    Server2016,

    /// <summary>Windows Server 2019.</summary>
    Server2019,

    /// <summary>Windows Server 2022.</summary>
    Server2022,

    /// <summary>Windows Server 2025.</summary>
    Server2025,
}
