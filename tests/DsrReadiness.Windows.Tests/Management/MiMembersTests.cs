using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Management.Infrastructure;

namespace DsrReadiness.Windows.Tests.Management;

/// <summary>
/// What <c>DsrReadiness.Windows.dll</c> refers to of Windows Management Infrastructure, as a list: <c>Pester/MiMembers.txt</c>, which a Pester test holds against the assembly that PowerShell
/// loaded. With DSR_UPDATE_MEMBERS=1 it is written anew.
/// </summary>
public sealed class MiMembersTests
{
    private const string Mi = "Microsoft.Management.Infrastructure";

    [Fact]
    public void The_list_is_what_the_assembly_refers_to()
    {
        string path = Path.Combine(Repository.Root, "Pester", "MiMembers.txt");
        string[] used = Read(reader => (string[])[.. Members(reader).Concat(Values(reader)).Distinct().Order(StringComparer.Ordinal)]);
        Assert.NotEmpty(used);
        if (Environment.GetEnvironmentVariable("DSR_UPDATE_MEMBERS") == "1")
            File.WriteAllLines(path, used);
        Assert.Equal(File.ReadAllLines(path), used);
    }

    [Fact]
    public void It_refers_to_the_one_in_Windows() => Assert.Equal("1.0.0.0 31bf3856ad364e35", Read(reader =>
    {
        AssemblyReference reference = reader.GetAssemblyReference(Infrastructure(reader));
        return $"{reference.Version} {Convert.ToHexStringLower(reader.GetBlobBytes(reference.PublicKeyOrToken))}";
    }));

    [Fact]
    public void The_module_does_not_bring_it()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "bin"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file))];
        Assert.Contains("DsrReadiness.Windows.dll", files);
        Assert.DoesNotContain(files, file => file.Contains("Management", StringComparison.OrdinalIgnoreCase));
    }

    private static T Read<T>(Func<MetadataReader, T> read)
    {
        using var image = new PEReader(File.OpenRead(typeof(WindowsServer).Assembly.Location));
        return read(image.GetMetadataReader());
    }

    private static AssemblyReferenceHandle Infrastructure(MetadataReader reader) =>
        reader.AssemblyReferences.Single(each => reader.StringComparer.Equals(reader.GetAssemblyReference(each).Name, Mi));

    private static IEnumerable<TypeReferenceHandle> Types(MetadataReader reader) =>
        reader.TypeReferences.Where(each => reader.GetTypeReference(each).ResolutionScope == (EntityHandle)Infrastructure(reader));

    private static IEnumerable<string> Members(MetadataReader reader)
    {
        var names = new TypeNames();
        foreach (MemberReference member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            string? type = member.Parent.Kind switch
            {
                HandleKind.TypeReference => names.GetTypeFromReference(reader, (TypeReferenceHandle)member.Parent, 0),
                HandleKind.TypeSpecification => names.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)member.Parent, 0),
                _ => null,
            };
            if (type?.StartsWith(Mi + ".", StringComparison.Ordinal) != true || member.GetKind() != MemberReferenceKind.Method)
                continue;
            string name = reader.GetString(member.Name);
            yield return name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal)
                ? $"{type} property {name[4..]}"
                : $"{type} method {(name == ".ctor" ? "new" : name)}({string.Join(", ", member.DecodeMethodSignature(names, null).ParameterTypes.Select(each => each[(each.LastIndexOf('.') + 1)..]))})";
        }
    }

    /// <summary>Compilers write the numbers of enumerations and not their names: all of an enumeration that is used are listed.</summary>
    private static IEnumerable<string> Values(MetadataReader reader) =>
        from handle in Types(reader)
        let type = typeof(CimSession).Assembly.GetType(new TypeNames().GetTypeFromReference(reader, handle, 0), throwOnError: true)!
        where type.IsEnum
        from name in Enum.GetNames(type)
        select $"{type.FullName} value {name} = {Enum.Format(type, Enum.Parse(type, name), "d")}";

    /// <summary>The names of types in signatures, generic ones without their arguments, as reflection names them.</summary>
    private sealed class TypeNames : ISignatureTypeProvider<string, object?>
    {
        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            TypeReference type = reader.GetTypeReference(handle);
            return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
        }

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[,]";

        public string GetFunctionPointerType(MethodSignature<string> signature) => throw new NotSupportedException();

        public string GetGenericMethodParameter(object? genericContext, int index) => "T";

        public string GetGenericTypeParameter(object? genericContext, int index) => "T";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType + "*";
    }
}
