using System;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>A reader did what it never should, other than by an exception of its own.</summary>
internal sealed class FindingException(string message) : Exception(message);
