using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Cim;

/// <summary>The reading half of the port to one server. Nothing that is handed only this can change a server.</summary>
public interface ICimReader
{
    /// <summary>The server's name, as it calls itself.</summary>
    string ComputerName { get; }

    /// <summary>Answers a query with rows or a failure; throws only when cancelled.</summary>
    Task<CimReading> ReadAsync(CimQuery query, CancellationToken cancellationToken);
}
