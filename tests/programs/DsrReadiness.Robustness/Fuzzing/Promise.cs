using System;
using System.Linq;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>What every reader promises.</summary>
internal static class Promise
{
    /// <summary>A refusal says where and what in words, on lines that a terminal can bear.</summary>
    public static bool Refused(Exception refusal, string start)
    {
        Holds(refusal.Message.StartsWith(start, StringComparison.Ordinal), "the refusal does not begin with " + start + " " + refusal.Message);
        Holds(refusal.Message.Length > start.Length + 5, "the refusal says nothing: " + refusal.Message);
        Holds(refusal.Message.Length < 4000, $"the refusal has {refusal.Message.Length} characters");
        Trial.LastRefusal = refusal.Message;
        Holds(!refusal.Message.Any(c => char.IsControl(c) && c != '\n'), "the refusal has control characters");
        return false;
    }

    public static void Holds(bool condition, string otherwise)
    {
        if (!condition)
            throw new FindingException(otherwise);
    }
}
