namespace Microsoft.Management.Infrastructure;

public abstract class CimMethodParameter
{
    internal CimMethodParameter() => throw OnlyToCompile.Reached;

    public abstract string Name { get; }

    public abstract object? Value { get; set; }

    public static CimMethodParameter Create(string name, object? value, CimType type, CimFlags flags) => throw OnlyToCompile.Reached;
}
