namespace DsrReadiness.Servers;

/// <summary>What stands behind a server.</summary>
public enum DsrServerKind
{
    /// <summary>The computer that the command runs on.</summary>
    ThisComputer,

    /// <summary>Another computer, by its name.</summary>
    Computer,

    /// <summary>A computer behind a session that the caller has made.</summary>
    Session,

    /// <summary>A snapshot, which can be judged and not changed.</summary>
    Snapshot,

    /// <summary>A simulated server.</summary>
    Lab,
}
