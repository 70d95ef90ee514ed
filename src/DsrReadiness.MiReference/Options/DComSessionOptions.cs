namespace Microsoft.Management.Infrastructure.Options;

public class DComSessionOptions : CimSessionOptions
{
    public DComSessionOptions() => throw OnlyToCompile.Reached;
}
