namespace DsrReadiness.Services.Files;

/// <summary>What a value of a service file is.</summary>
internal enum DataKind
{
    Object,
    List,
    Text,
    Number,

    /// <summary>Null, a truth value, or anything else that no member takes.</summary>
    Other,
}
