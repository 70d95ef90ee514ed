using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Management;

/// <summary>Windows refused a call.</summary>
/// <param name="failure">As failure.</param>
/// <param name="inner">The exception as it came.</param>
internal sealed class MiException(CimFailure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    /// <summary>Takes what MI says.</summary>
    /// <param name="result">The MI result.</param>
    /// <param name="messageId">The id with the more exact number, if there is one.</param>
    /// <param name="message">In words, in whatever language.</param>
    /// <param name="inner">The exception as it came.</param>
    public MiException(uint result, string? messageId, string message, Exception? inner = null)
        : this(new CimFailure(WindowsError.Of(result, messageId), message), inner)
    {
    }

    /// <summary>As failure.</summary>
    public CimFailure Failure { get; } = failure;
}
