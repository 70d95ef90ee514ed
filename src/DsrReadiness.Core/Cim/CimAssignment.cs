namespace DsrReadiness.Cim;

/// <summary>A name and the raw value it is given: a property on modify and create, a parameter of a method, an operation option.</summary>
/// <param name="name">The property, parameter or option.</param>
/// <param name="type">Its CIM type, which travels with the value: a type that the provider does not expect is refused.</param>
/// <param name="value">The raw value, as <see cref="CimRow"/> holds it.</param>
public sealed class CimAssignment(string name, CimType type, object? value)
{
    /// <summary>Assigns a contracted property.</summary>
    public CimAssignment(CimProperty property, object? value)
        : this(property.Name, property.Type, value)
    {
    }

    /// <summary>The property, parameter or option.</summary>
    public string Name { get; } = name;

    /// <summary>The CIM type of the value, of an element if the value is an array.</summary>
    public CimType Type { get; } = type;

    /// <summary>The raw value, as <see cref="CimRow"/> holds it.</summary>
    public object? Value { get; } = value;

    /// <inheritdoc/>
    public override string ToString() => Name + " = " + (Value is object?[] items ? string.Join(", ", items) : Value ?? "NULL");
}
