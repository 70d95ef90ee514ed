using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>A call of a run at which something can go wrong.</summary>
/// <param name="Number">Its number in the run.</param>
/// <param name="IsChange">True if it changes something.</param>
/// <param name="Kind">
/// What it is, whatever server it is made to: what it asks or changes, and how many calls it comes after which change and before which. Numbers, addresses and names do not
/// count, so that unbinding the file server from one loopback is what unbinding LLDP from another is.
/// </param>
internal sealed partial record FaultyCall(int Number, bool IsChange, string Kind)
{
    /// <summary>The calls of a run.</summary>
    public static IEnumerable<FaultyCall> Of(IReadOnlyList<LabCall> calls)
    {
        int last = -1;
        for (int i = 0; i < calls.Count; i++)
        {
            int next = Enumerable.Range(i + 1, calls.Count - i - 1).FirstOrDefault(each => calls[each].IsChange, calls.Count);
            yield return new FaultyCall(calls[i].Number, calls[i].IsChange, $"{Plain(calls, last)}, {i - last} later: {Plain(calls, i)}, before: {Plain(calls, next)}");
            if (calls[i].IsChange)
                last = i;
        }
    }

    /// <summary>Whether something goes wrong in another way than in one of the others: a read that is not answered has nothing to do later, nor before its end.</summary>
    public bool Meets(FaultType type) => IsChange || type is not (FaultType.Late or FaultType.KillAfter);

    private static string Plain(IReadOnlyList<LabCall> calls, int index) =>
        index < 0 ? "the beginning" : index == calls.Count ? "the end" : Varying().Replace(Component().Replace(calls[index].Text, "ms"), "#");

    [GeneratedRegex(@"\bms_\w+")]
    private static partial Regex Component();

    [GeneratedRegex(@"(?<=where Name = )[^:]*|[0-9a-fA-F.:]*\d[0-9a-fA-F.:/]*|\{[^}]*\}")]
    private static partial Regex Varying();
}
