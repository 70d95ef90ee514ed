namespace Microsoft.Management.Infrastructure;

public enum NativeErrorCode
{
    Ok = 0,
    Failed = 1,
}
