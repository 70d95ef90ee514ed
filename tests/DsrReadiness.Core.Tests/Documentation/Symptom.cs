using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Documentation;

/// <summary>What somebody sees, and a server on which it would be seen.</summary>
/// <param name="Seen">The first cell of its row on the page.</param>
/// <param name="Server">The ready server with what causes it.</param>
/// <param name="Service">What the server is judged for.</param>
internal sealed record Symptom(string Seen, Server Server, DsrService Service);
