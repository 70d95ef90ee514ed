namespace DsrReadiness.Lab;

/// <summary>
/// What Windows does with a change of an IP interface or address, or the removal of a route, that names no store. Its documentation says both, and nobody who
/// measured it has published which.
/// </summary>
public enum LabOmittedStore
{
    /// <summary>The running state and what is loaded at the next start.</summary>
    BothStores,

    /// <summary>The running state alone: the change is gone after a restart.</summary>
    ActiveStoreOnly,
}
