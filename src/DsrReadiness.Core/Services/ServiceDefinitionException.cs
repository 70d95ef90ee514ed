using System;

namespace DsrReadiness.Services;

/// <summary>What was asked for is no possible service. The message names the value and says what would do.</summary>
/// <param name="message">The message.</param>
public sealed class ServiceDefinitionException(string message) : Exception(message);
