using System.Collections.Generic;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>A program to be run and measured.</summary>
/// <param name="Name">What it is called in a table.</param>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="OneCore">True to allow it one processor only.</param>
internal sealed record Command(string Name, string File, IReadOnlyList<string> Arguments, bool OneCore = false);
