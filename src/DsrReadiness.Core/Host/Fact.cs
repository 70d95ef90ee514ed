using System.Diagnostics.CodeAnalysis;

namespace DsrReadiness.Host;

/// <summary>Something established about a server, or why it could not be.</summary>
internal sealed class Fact<T>(T? value, Missing? missing)
{
    private readonly T? _value = value;
    private readonly Missing? _missing = missing;

    public static implicit operator Fact<T>(T value) => new(value, null);

    public static implicit operator Fact<T>(Missing missing) => new(default, missing);

    /// <summary>The value, or why there is none.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Missing? missing)
    {
        value = _value!;
        missing = _missing;
        return _missing is null;
    }
}
