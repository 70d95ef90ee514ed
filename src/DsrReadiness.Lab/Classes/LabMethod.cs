using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>A method of a class; of the class itself if it is static.</summary>
internal sealed class LabMethod<T>(string name, bool isStatic, Func<T?, LabArguments, CimOutcome> body, params LabParameter[] parameters)
    where T : class
{
    public string Name { get; } = name;

    public bool IsStatic { get; } = isStatic;

    public CimOutcome Call(T? item, IReadOnlyList<CimAssignment> given)
    {
        var values = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (CimAssignment assignment in given)
        {
            LabParameter? parameter = parameters.FirstOrDefault(each => string.Equals(each.Name, assignment.Name, StringComparison.OrdinalIgnoreCase));
            if (parameter is null || values.ContainsKey(parameter.Name))
                return Refusal.InvalidParameter(Name + " takes no " + assignment.Name + ", or takes it once.");
            if (assignment.Type != parameter.Type || !RawValue.Fits(assignment.Value, parameter.Type, isArray: false))
                return Refusal.InvalidParameter($"{Name} takes {parameter.Name} as {parameter.Type}, and was given {assignment.Type} {assignment.Value ?? "NULL"}.");
            values.Add(parameter.Name, assignment.Value!);
        }

        LabParameter? left = parameters.FirstOrDefault(each => each.IsRequired && !values.ContainsKey(each.Name));
        return left is null ? body(item, new LabArguments(values)) : Refusal.InvalidParameter(Name + " needs " + left.Name + ".");
    }
}
