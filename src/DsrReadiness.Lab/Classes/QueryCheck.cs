using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>Refuses queries and targets that ask for what their class does not have.</summary>
internal static class QueryCheck
{
    public static CimFailure? Refuse(CimQuery query, LabWindows windows)
    {
        if (query.Store != CimStore.None && !query.Class.HasStores)
            return Invalid(query.Class + " has no stores.");
        foreach (CimCondition condition in query.Conditions)
        {
            CimProperty property = condition.Property;
            if (query.Class.Find(property.Name) != property || !windows.Has(property))
                return Invalid(query.Class + " has no property " + property + ".");
            if (property.IsArray || !RawValue.Fits(condition.Value, property.Type, isArray: false))
                return Invalid($"'{condition.Value}' ({condition.Value?.GetType().Name}) is not a {property.Type} that {property} can be compared with.");
        }

        return null;
    }

    private static CimFailure Invalid(string why) => new(FailureKind.InvalidQuery, why);
}
