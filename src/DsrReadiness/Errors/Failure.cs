using System;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DsrReadiness.Errors;

/// <summary>What went wrong, as data: everything that an error record says.</summary>
/// <param name="Category">The category.</param>
/// <param name="Message">What is so, as plain sentences.</param>
/// <param name="RecommendedAction">What the reader can do, as plain sentences.</param>
/// <param name="Target">What the user passed, or what it is about.</param>
/// <param name="Inner">The exception behind it, if there is one.</param>
/// <param name="Id">The stable id: the name of the method of <see cref="Failures"/> that makes it.</param>
internal sealed record Failure(
    ErrorCategory Category, string Message, string RecommendedAction, object? Target, Exception? Inner = null, [CallerMemberName] string Id = "")
{
    public ErrorRecord ToRecord() => new(new FailureException(this), Id, Category, Target)
    {
        ErrorDetails = new ErrorDetails(Shown(RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal))) { RecommendedAction = RecommendedAction },
    };

    /// <summary>What a reader is shown.</summary>
    /// <param name="isMessageAlone">True for Windows PowerShell, which shows the message of an error and not what is recommended.</param>
    internal string Shown(bool isMessageAlone) => isMessageAlone ? Message + " " + RecommendedAction : Message;
}
