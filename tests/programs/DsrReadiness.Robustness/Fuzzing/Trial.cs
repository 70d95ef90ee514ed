using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DsrReadiness.TestSupport;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>One input, tried on one reader, with what it took.</summary>
internal static partial class Trial
{
    private const long FreeBytes = 32 * 1024 * 1024;
    private const long AllocatedPerByte = 3000;
    private const int Attempts = 3;

    /// <summary>Tries an input.</summary>
    /// <param name="target">The reader.</param>
    /// <param name="input">The input.</param>
    /// <param name="said">What kind of answer there was, without what is particular to the input: inputs with a new one are worth keeping.</param>
    /// <returns>The fault that it shows, or null.</returns>
    public static Finding? Of(FuzzTarget target, byte[] input, out string said)
    {
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan start = ProcessorTime.Now;
            LastRefusal = null;
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                said = target.Read(input) ? "read" : "refused";
                if (said == "refused")
                    said = Kind(LastRefusal ?? said);
            }
#pragma warning disable CA1031 // Every exception that is not the promised one is what is looked for.
            catch (Exception e)
#pragma warning restore CA1031
            {
                said = "finding";
                return new Finding(KeyOf(e), $"{e.GetType().Name}: {e.Message}\n{e.StackTrace}", input);
            }

            long took = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (took > FreeBytes + (AllocatedPerByte * input.Length))
                return new Finding("memory", string.Create(CultureInfo.InvariantCulture, $"{took} bytes were allocated for an input of {input.Length}."), input);
            double milliseconds = (ProcessorTime.Now - start).TotalMilliseconds;
            if (milliseconds <= target.Milliseconds + (target.MicrosecondsPerByte * input.Length / 1000))
                return null;

            // The first attempt may have been compiled on the way.
            if (attempt == Attempts)
                return new Finding("time", string.Create(CultureInfo.InvariantCulture, $"{milliseconds:F0} ms for an input of {input.Length} bytes."), input);
        }
    }

    /// <summary>Of the last refusal, its message.</summary>
    [field: ThreadStatic]
    public static string? LastRefusal { get; set; }

    private static string KeyOf(Exception e)
    {
        string? place = e.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("DsrReadiness", StringComparison.Ordinal) && !line.Contains("Robustness", StringComparison.Ordinal));
        return e is FindingException ? Kind(e.Message) : e.GetType().Name + " " + (place is null ? string.Empty : Kind(place.Trim()));
    }

    private static string Kind(string message) => Particulars().Replace(message.Length > 300 ? message[..300] : message, "*");

    [GeneratedRegex("'[^']*'|\\d+|\".*\"")]
    private static partial Regex Particulars();
}
