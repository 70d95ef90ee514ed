using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Output;

namespace DsrReadiness.Servers;

/// <summary>Says of a copy of a plan what to do instead, where PowerShell would only say that it cannot convert it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LivingPlanAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object[] items = inputData is object[] or ArrayList ? ((IList)inputData).Cast<object>().ToArray() : [inputData];
        if (Array.Find(items, item => OwnObject.IsCopyOf(item, typeof(DsrPlan))) is not { } copy)
            return inputData;
        Failure failure = Failures.PlanIsCopy(copy);
        throw new ArgumentTransformationMetadataException(failure.Message + " " + failure.RecommendedAction);
    }
}
