namespace DsrReadiness.Cim;

/// <summary>The type of a registry value.</summary>
public enum RegistryType
{
    /// <summary><c>1</c>, REG_SZ.</summary>
    Text = 1,

    /// <summary><c>2</c>, REG_EXPAND_SZ.</summary>
    ExpandableText = 2,

    /// <summary><c>3</c>, REG_BINARY.</summary>
    Binary = 3,

    /// <summary><c>4</c>, REG_DWORD.</summary>
    Number = 4,

    /// <summary><c>7</c>, REG_MULTI_SZ.</summary>
    Texts = 7,

    /// <summary><c>11</c>, REG_QWORD.</summary>
    LongNumber = 11,
}
