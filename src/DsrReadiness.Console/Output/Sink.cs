using System;
using System.IO;
using DsrReadiness.Reports;

namespace DsrReadiness.Console.Output;

/// <summary>Where results go, one at a time: as JSON for programs, or as text for people, with an empty line in between.</summary>
/// <param name="output">Where to.</param>
/// <param name="json">Writes JSON; null for text.</param>
internal sealed class Sink<T>(OutputStream output, JsonList<T>? json)
{
    private readonly TextWriter _writer = output.ToWriter();
    private bool _isFirst = true;

    /// <param name="result">The result.</param>
    /// <param name="text">Writes it as text.</param>
    public void Write(T result, Action<TextWriter> text)
    {
        if (json is not null)
        {
            json.Write(result);
            return;
        }

        Say(text);
    }

    /// <param name="last">What is said to people at the end; null for nothing.</param>
    public void End(string? last = null)
    {
        if (json is not null)
            json.End();
        else if (last is not null)
            Say(writer => writer.WriteLine(last));
    }

    private void Say(Action<TextWriter> text)
    {
        if (!_isFirst)
            _writer.WriteLine();
        _isFirst = false;
        text(_writer);
        _writer.Flush();
    }
}
