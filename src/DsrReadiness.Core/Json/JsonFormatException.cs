using System;

namespace DsrReadiness.Json;

/// <summary>A text that is no JSON, or is JSON but not what is expected there. Line and position count from 1, the position in bytes.</summary>
internal sealed class JsonFormatException(string message, int line, int position) : Exception(message)
{
    public int Line { get; } = line;

    public int Position { get; } = position;
}
