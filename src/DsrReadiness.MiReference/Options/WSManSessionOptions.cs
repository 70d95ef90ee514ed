namespace Microsoft.Management.Infrastructure.Options;

public class WSManSessionOptions : CimSessionOptions
{
    public WSManSessionOptions() => throw OnlyToCompile.Reached;
}
