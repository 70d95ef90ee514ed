using System;

namespace DsrReadiness.Plans.Journals;

/// <summary>Journals cannot be kept or looked into where they are: no room, no right, or the folder is gone. The message says which and what to do.</summary>
/// <param name="message">What cannot be done and why, and what to do next.</param>
/// <param name="inner">What the system said.</param>
public sealed class JournalStoreException(string message, Exception? inner = null) : Exception(message, inner);
