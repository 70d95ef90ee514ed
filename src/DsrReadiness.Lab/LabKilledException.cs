using System;

namespace DsrReadiness.Lab;

/// <summary>
/// The process that uses the lab was killed, as a fault asked for. Nothing that it still tries reaches the server: every further call
/// throws this as well, until <see cref="LabServer.StartNewProcess"/> or a restart.
/// </summary>
/// <param name="message">At which call.</param>
public sealed class LabKilledException(string message) : Exception(message);
