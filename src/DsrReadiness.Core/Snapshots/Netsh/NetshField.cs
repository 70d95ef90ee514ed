namespace DsrReadiness.Snapshots.Netsh;

/// <summary>A label, in the language of Windows, and a value.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Label">What stands before the colon.</param>
/// <param name="Value">What stands after it.</param>
internal sealed record NetshField(int Line, string Label, string Value);
