namespace DsrReadiness.Cim;

/// <summary>How well the declaration of a class is known.</summary>
public enum CimEvidence
{
    /// <summary>Held against class declarations captured from Windows Server 2016 and 2019.</summary>
    Captured,

    /// <summary>Held against Microsoft's reference and classes generated from live hosts.</summary>
    Referenced,

    /// <summary>Known from documentation alone; not held against any host.</summary>
    DocumentedOnly,

    /// <summary>No CIM class at all: a reading of this project's own, in namespace <c>dsr</c>.</summary>
    Own,
}
