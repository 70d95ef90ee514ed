namespace DsrReadiness.Cim;

/// <summary>Reading rows into typed ones.</summary>
internal static class RowExtensions
{
    /// <summary>The value of a property without which the row means nothing.</summary>
    /// <exception cref="MalformedRowException">The property has no value.</exception>
    public static T Require<T>(this CimRow row, CimProperty<T> property)
    {
        Field<T> field = row.Get(property);
        return field.HasValue ? field.Value : throw new MalformedRowException(property.Name + " is " + field);
    }
}
