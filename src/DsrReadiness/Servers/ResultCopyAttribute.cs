using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Output;

namespace DsrReadiness.Servers;

/// <summary>Lets a report take copies of verdicts and of what came of packets, out of a job or a file: a report changes nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ResultCopyAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject { BaseObject: ArrayList } list ? list.BaseObject : inputData) is IList many and (object[] or ArrayList) ? many.Cast<object>().Select(Restore).ToArray() : Restore(inputData);

    private static object Restore(object item)
    {
        try
        {
            return IsRow(item) ? throw new FailureException(Failures.InvalidVerdict("a row of a CSV file holds texts alone, and not what the checks found", item))
                : OwnObject.IsCopyOf(item, typeof(DsrVerdict)) ? VerdictCopy.Read((PSObject)item)
                : OwnObject.IsCopyOf(item, typeof(DsrConnection)) ? ConnectionCopy.Read((PSObject)item)
                : item;
        }
        catch (FailureException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message + " " + e.Failure.RecommendedAction, e);
        }
    }

    /// <summary>What Import-Csv and ConvertFrom-Csv give: properties that are texts, every one.</summary>
    private static bool IsRow(object item) => item is PSObject { BaseObject: PSCustomObject } row && row.Properties.Any() && row.Properties.All(property => property.Value is string);
}
