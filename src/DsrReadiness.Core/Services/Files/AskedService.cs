using System.Collections.Generic;

namespace DsrReadiness.Services.Files;

/// <summary>A service as it is asked of one server.</summary>
/// <param name="Service">The service.</param>
/// <param name="Pool">The pool that the server is in; null if none is known.</param>
/// <param name="Others">The other services that the server has; null if that is not known.</param>
internal sealed record AskedService(DsrService Service, ServicePool? Pool, IReadOnlyList<DsrService>? Others);
