namespace DsrReadiness.Cim;

/// <summary>The CIM types that the contracted classes use.</summary>
public enum CimType
{
    /// <summary>boolean</summary>
    Boolean,

    /// <summary>uint8</summary>
    UInt8,

    /// <summary>uint16</summary>
    UInt16,

    /// <summary>uint32</summary>
    UInt32,

    /// <summary>uint64</summary>
    UInt64,

    /// <summary>string</summary>
    String,

    /// <summary>datetime, a point in time or an interval</summary>
    DateTime,
}
