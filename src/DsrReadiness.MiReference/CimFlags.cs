namespace Microsoft.Management.Infrastructure;

[System.Flags]
public enum CimFlags : long
{
    None = 0,
    In = 0x2000,
}
