namespace Microsoft.Management.Infrastructure;

public abstract class CimProperty
{
    internal CimProperty() => throw OnlyToCompile.Reached;

    public abstract object? Value { get; set; }

    public static CimProperty Create(string name, object? value, CimType type, CimFlags flags) => throw OnlyToCompile.Reached;
}
