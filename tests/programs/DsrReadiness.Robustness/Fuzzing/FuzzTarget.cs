using System;
using System.Collections.Generic;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>One reader, as the fuzzer sees it.</summary>
/// <param name="name">Its name, which is also the name of its corpus.</param>
/// <param name="read">
/// Reads an input: true if there is a value, false if it was refused as promised. Whatever it throws is a finding: another exception than the promised one, or a broken property.
/// </param>
/// <param name="seeds">Inputs to begin with, beside those of the corpus.</param>
/// <param name="words">What stands in such inputs, or should not.</param>
internal sealed class FuzzTarget(string name, Func<byte[], bool> read, Func<IEnumerable<byte[]>> seeds, params string[] words)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Words { get; } = words;

    /// <summary>How many milliseconds of the processor an input may take, whatever its size.</summary>
    public int Milliseconds { get; init; } = 100;

    /// <summary>How many microseconds each byte of an input may take beside that.</summary>
    public double MicrosecondsPerByte { get; init; } = 5;

    /// <summary>The most bytes of an input.</summary>
    public int LongestInput { get; init; } = 64 * 1024;

    public IEnumerable<byte[]> Seeds() => seeds();

    public bool Read(byte[] input) => read(input);
}
