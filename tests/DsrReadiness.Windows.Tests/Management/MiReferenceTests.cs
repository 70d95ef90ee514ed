using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.Management.Infrastructure;

namespace DsrReadiness.Windows.Tests.Management;

/// <summary>
/// The reference that is compiled against, as a list: <c>Pester/MiMembers.txt</c>, which a Pester test holds against the assembly that PowerShell brings. With DSR_UPDATE_MEMBERS=1 it is written anew.
/// </summary>
public sealed class MiReferenceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_list_is_what_is_declared()
    {
        string path = Path.Combine(Repository.Root, "Pester", "MiMembers.txt");
        string[] declared = [.. typeof(CimSession).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers(Declared).Where(IsListed).Select(member => Text(type, member)))
            .Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_MEMBERS") == "1")
            File.WriteAllLines(path, declared);
        Assert.Equal(declared, File.ReadAllLines(path));
    }

    [Fact]
    public void It_has_the_identity_of_the_one_in_Windows() => Assert.Equal(
        "Microsoft.Management.Infrastructure, Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35", typeof(CimSession).Assembly.FullName);

    /// <summary>It must not be taken for the real one: whatever is called throws.</summary>
    [Fact]
    public void It_does_nothing()
    {
        Assert.Throws<NotSupportedException>(() => CimSession.Create(null, null!));
        Assert.Throws<NotSupportedException>(() => new CimInstance("a", "b"));
    }

    /// <summary>Accessors are listed as their property, and fields are the values of enumerations.</summary>
    private static bool IsListed(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsSpecialName,
        FieldInfo field => field.IsLiteral,
        _ => true,
    };

    private static string Text(Type type, MemberInfo member) => $"{type.FullName} " + member switch
    {
        FieldInfo field => $"value {field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)}",
        PropertyInfo property => $"property {property.Name}",
        MethodBase method => $"method {(method.IsConstructor ? "new" : method.Name)}({string.Join(", ", method.GetParameters().Select(each => each.ParameterType.Name))})",
        _ => throw new InvalidOperationException(member.Name),
    };
}
