using System;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Processor">On all processors together; sampled, and so up to a hundredth of a second short.</param>
/// <param name="PeakBytes">The most memory that it held.</param>
internal sealed record Run(TimeSpan Wall, TimeSpan Processor, long PeakBytes);
