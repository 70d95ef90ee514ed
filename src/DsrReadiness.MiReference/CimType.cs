namespace Microsoft.Management.Infrastructure;

public enum CimType
{
    Unknown = 0,
    Boolean = 1,
    UInt8 = 2,
    UInt16 = 4,
    UInt32 = 6,
    UInt64 = 8,
    DateTime = 13,
    String = 14,
    BooleanArray = 17,
    UInt8Array = 18,
    UInt16Array = 20,
    UInt32Array = 22,
    UInt64Array = 24,
    DateTimeArray = 29,
    StringArray = 30,
}
