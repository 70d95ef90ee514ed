using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Windows.Management;

namespace DsrReadiness.Windows.Tests.Simulation;

/// <summary>A session that answers what the test says, and writes down what it was asked.</summary>
internal sealed class ScriptedSession : IMiSession
{
    public List<string> Calls { get; } = [];

    public List<ScriptedInstance> Rows { get; } = [];

    /// <summary>What happens in place of an answer; null for the answer.</summary>
    public Func<CancellationToken, Task>? Instead { get; set; }

    public Func<string, IReadOnlyDictionary<string, object?>, MiAnswer> Method { get; set; } = (_, _) => new MiAnswer(0, new Dictionary<string, object?>());

    public async Task<IReadOnlyList<IMiInstance>> QueryAsync(string @namespace, string wql, IReadOnlyList<MiValue> options, CancellationToken cancellationToken)
    {
        await AnswerAsync($"query {@namespace}: {wql}{Text(options)}", cancellationToken);
        return Rows;
    }

    public Task ModifyAsync(
        string @namespace, IMiInstance instance, IReadOnlyList<MiValue> properties, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) =>
        AnswerAsync($"modify {@namespace}: {string.Join(", ", properties)}{Text(options)}", cancellationToken);

    public Task CreateAsync(
        string @namespace, string className, IReadOnlyList<MiValue> properties, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) =>
        AnswerAsync($"create {@namespace}:{className} {string.Join(", ", properties)}{Text(options)}", cancellationToken);

    public Task DeleteAsync(string @namespace, IMiInstance instance, IReadOnlyList<MiValue> options, CancellationToken cancellationToken) =>
        AnswerAsync($"delete {@namespace}{Text(options)}", cancellationToken);

    public async Task<MiAnswer> InvokeAsync(
        string @namespace, string className, IMiInstance? instance, string method, IReadOnlyList<MiValue> parameters, CancellationToken cancellationToken)
    {
        await AnswerAsync($"invoke {@namespace}:{className}{(instance is null ? "::" : ".")}{method}({string.Join(", ", parameters)})", cancellationToken);
        return Method(method, parameters.ToDictionary(each => each.Name, each => each.Value));
    }

    public void Dispose()
    {
    }

    private static string Text(IReadOnlyList<MiValue> options) => options.Count == 0 ? string.Empty : $" [{string.Join(", ", options)}]";

    private Task AnswerAsync(string call, CancellationToken cancellationToken)
    {
        lock (Calls)
            Calls.Add(call);
        return Instead?.Invoke(cancellationToken) ?? Task.CompletedTask;
    }
}
