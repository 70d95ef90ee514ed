using System.Net;
using DsrReadiness.Services;

namespace DsrReadiness.Lab.State;

/// <summary>A socket that waits for clients.</summary>
internal sealed record Listener(TransportProtocol Protocol, IPAddress Address, int Port, int Process);
