using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Output;

namespace DsrReadiness.Servers;

/// <summary>Lets a report take copies of verdicts, out of a job or a file: a report changes nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class VerdictCopyAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is object[] or ArrayList ? ((IList)inputData).Cast<object>().Select(Restore).ToArray() : Restore(inputData);

    private static object Restore(object item)
    {
        if (!OwnObject.IsCopyOf(item, typeof(DsrVerdict)))
            return item;
        try
        {
            return VerdictCopy.Read((PSObject)item);
        }
        catch (FailureException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message + " " + e.Failure.RecommendedAction, e);
        }
    }
}
