using System;
using System.Collections.Generic;
using DsrReadiness.Errors;
using DsrReadiness.Servers;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands.Tests.Threading;

/// <summary>Keeps what jobs ask for.</summary>
internal sealed class RecordingPipeline : IPipeline
{
    public List<object> Written { get; } = [];

    public List<Failure> Failures { get; } = [];

    public List<string> Said { get; } = [];

    /// <summary>What was asked, target and action.</summary>
    public List<string> Asked { get; } = [];

    public Func<string, bool> Answer { get; init; } = _ => true;

    public bool Asks { get; init; } = true;

    public void Write(object output) => Written.Add(output);

    public void Write(Failure failure) => Failures.Add(failure);

    public void Tell(string text) => Said.Add(text);

    public void Warn(string text, string? command = null) => Said.Add(AdviceText.Of(command, text));

    public void Progress(DsrServer server, string activity, string status, int percent) => Said.Add($"{server} {activity} {status} {percent}");

    public bool MayTakeOut(string question, bool always)
    {
        Asked.Add(question);
        return Answer(question);
    }

    public bool MayDo(string target, string action)
    {
        Asked.Add(target + " " + action);
        return Answer(action);
    }
}
