namespace DsrReadiness.Cim;

/// <summary>Why a reading or an operation failed. The names are part of the snapshot format.</summary>
public enum FailureKind
{
    /// <summary>A failure of no kind below.</summary>
    Failed,

    /// <summary>Nobody asked for it when the snapshot was taken.</summary>
    NotCollected,

    /// <summary>The caller may not; usually not elevated.</summary>
    AccessDenied,

    /// <summary>The namespace does not exist on that server.</summary>
    InvalidNamespace,

    /// <summary>The class does not exist on that server.</summary>
    InvalidClass,

    /// <summary>The query names something that the class does not have.</summary>
    InvalidQuery,

    /// <summary>A value was refused.</summary>
    InvalidParameter,

    /// <summary>The instance does not exist.</summary>
    NotFound,

    /// <summary>The instance exists already.</summary>
    AlreadyExists,

    /// <summary>The server or class cannot do it.</summary>
    NotSupported,

    /// <summary>It took longer than allowed.</summary>
    Timeout,

    /// <summary>The server could not be reached.</summary>
    Unreachable,

    /// <summary>A passing condition; the same call may go through later.</summary>
    Transient,

    /// <summary>Rows came that are not what the class declares.</summary>
    Malformed,
}
