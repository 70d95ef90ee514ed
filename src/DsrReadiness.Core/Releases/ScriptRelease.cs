namespace DsrReadiness.Releases;

/// <summary>The releases of Windows that scripts are written for.</summary>
public enum ScriptRelease
{
    /// <summary>Windows 2000.</summary>
    Windows2000,

    /// <summary>Windows XP with Service Pack 2 or later.</summary>
    WindowsXP,

    /// <summary>Windows Server 2003 with Service Pack 1 or later.</summary>
    Server2003,

    /// <summary>Windows Vista.</summary>
    WindowsVista,

    /// <summary>Windows Server 2008.</summary>
    Server2008,

    /// <summary>Windows 7.</summary>
    Windows7,

    /// <summary>Windows Server 2008 R2.</summary>
    Server2008R2,

    /// <summary>Windows 8 and 8.1.</summary>
    Windows8,

    /// <summary>Windows Server 2012.</summary>
    Server2012,

    /// <summary>Windows Server 2012 R2.</summary>
    Server2012R2,

    /// <summary>Windows 10 and 11 before 24H2.</summary>
    Windows10,

    /// <summary>Windows Server 2016.</summary>
    Server2016,

    /// <summary>Windows Server 2019.</summary>
    Server2019,

    /// <summary>Windows Server 2022.</summary>
    Server2022,

    /// <summary>Windows Server 2025.</summary>
    Server2025,
}
