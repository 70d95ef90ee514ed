namespace DsrReadiness.Servers;

/// <summary>
/// A server that commands are about: a computer, a CimSession, a snapshot or a lab server. Every object that the module writes has one in
/// its property <c>Server</c>, so that the next command knows where to go.
/// </summary>
public sealed class DsrServer
{
    /// <summary>There is no public way from a text to a server: PowerShell would take it, past the rules for names.</summary>
    internal DsrServer(string name, DsrServerKind kind, IServerAccess access)
    {
        Name = name;
        Kind = kind;
        Access = access;
    }

    /// <summary>The bare name.</summary>
    public string Name { get; }

    /// <summary>What stands behind it.</summary>
    public DsrServerKind Kind { get; }

    internal IServerAccess Access { get; }

    /// <summary>Equal for servers that are the same computer: one command works on a computer once at a time.</summary>
    internal object Lane => Kind is DsrServerKind.Snapshot or DsrServerKind.Lab ? Access : Name.ToUpperInvariant();

    /// <summary>The bare name.</summary>
    public override string ToString() => Name;
}
