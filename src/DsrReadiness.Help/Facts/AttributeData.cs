using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DsrReadiness.Help.Facts;

/// <summary>
/// An attribute as it is written. The attributes themselves do nothing here: they come from a library that is only there to compile against.
/// </summary>
internal sealed class AttributeData
{
    private readonly CustomAttributeData _data;

    private AttributeData(CustomAttributeData data) => _data = data;

    /// <summary>What the constructor was given, arrays spread out.</summary>
    public IReadOnlyList<object?> Arguments => [.. _data.ConstructorArguments.SelectMany(Spread)];

    public static IEnumerable<AttributeData> Of(MemberInfo member, string name) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.Name == name).Select(data => new AttributeData(data));

    public string? Text(string name) => Named(name) as string;

    public int? Number(string name) => Named(name) as int?;

    public bool Is(string name) => Named(name) is true;

    private static IEnumerable<object?> Spread(CustomAttributeTypedArgument argument) => argument.Value is IReadOnlyCollection<CustomAttributeTypedArgument> many
        ? many.SelectMany(Spread)
        : [argument.Value];

    private object? Named(string name) => _data.NamedArguments.Where(each => each.MemberName == name).Select(each => each.TypedValue.Value).SingleOrDefault();
}
