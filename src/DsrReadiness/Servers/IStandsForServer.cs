namespace DsrReadiness.Servers;

/// <summary>An object that may be given in place of its server, as an imported snapshot may.</summary>
internal interface IStandsForServer
{
    /// <summary>The server.</summary>
    DsrServer Server { get; }
}
