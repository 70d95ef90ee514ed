using System;
using System.Management.Automation;

namespace DsrReadiness.Errors;

/// <summary>What went wrong, as data: everything that an error record says.</summary>
/// <param name="id">The stable id.</param>
/// <param name="category">The category.</param>
/// <param name="message">What is so, as plain sentences.</param>
/// <param name="recommendedAction">What the reader can do, as plain sentences.</param>
/// <param name="target">What the user passed, or what it is about.</param>
/// <param name="inner">The exception behind it, if there is one.</param>
internal sealed class Failure(
    string id, ErrorCategory category, string message, string recommendedAction, object? target, Exception? inner = null)
{
    public string Id { get; } = id;

    public ErrorCategory Category { get; } = category;

    public string Message { get; } = message;

    public string RecommendedAction { get; } = recommendedAction;

    public object? Target { get; } = target;

    public Exception? Inner { get; } = inner;

    public ErrorRecord ToRecord() => new(new FailureException(this), Id, Category, Target)
    {
        ErrorDetails = new ErrorDetails(Message) { RecommendedAction = RecommendedAction },
    };
}
