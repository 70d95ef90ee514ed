namespace DsrReadiness.Json;

/// <summary>Values as objects, where small integers and booleans are boxed once for all.</summary>
internal static class JsonBox
{
    private const int Count = 1024;
    private static readonly object[] s_integers = BoxIntegers();

    public static object True { get; } = true;

    public static object False { get; } = false;

    public static object Of(long value) => (ulong)value < Count ? s_integers[value] : value;

    private static object[] BoxIntegers()
    {
        object[] integers = new object[Count];
        for (int i = 0; i < Count; i++)
            integers[i] = (long)i;
        return integers;
    }
}
