namespace DsrReadiness.Cim;

/// <summary>One property that must equal one value: in a query or a selector, all conditions must hold.</summary>
/// <param name="property">The property.</param>
/// <param name="value">The raw value, as <see cref="CimRow"/> holds it.</param>
public sealed class CimCondition(CimProperty property, object value)
{
    /// <summary>The property.</summary>
    public CimProperty Property { get; } = property;

    /// <summary>The raw value, as <see cref="CimRow"/> holds it.</summary>
    public object Value { get; } = value;

    /// <inheritdoc/>
    public override string ToString() => Property.Name + " = " + Value;
}
