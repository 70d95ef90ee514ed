using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.Cim;

/// <summary>The changing half of the port to one server. Only the applier of plans is ever handed this.</summary>
public interface ICimWriter
{
    /// <summary>
    /// Carries one operation out, or fails. A target that selects no row or more than one is a failure. Throws only when cancelled before it began.
    /// </summary>
    Task<CimOutcome> ExecuteAsync(CimOperation operation, CancellationToken cancellationToken);
}
