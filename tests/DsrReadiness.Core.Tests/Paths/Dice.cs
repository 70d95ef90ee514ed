using System;
using System.Collections.Generic;

namespace DsrReadiness.Tests.Paths;

/// <summary>Draws of one random sequence.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int count) => _random.Next(count);

    public bool Once(int outOf) => _random.Next(outOf) == 0;

    public T Of<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    /// <summary>Mostly the ordinary value.</summary>
    public T Mostly<T>(T ordinary, IReadOnlyList<T> others) => Once(4) ? Of(others) : ordinary;
}
