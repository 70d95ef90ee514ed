using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DsrReadiness.Tests.Architecture;

/// <summary>What a built assembly uses of others, read from its metadata.</summary>
internal sealed class AssemblyUse
{
    private const byte Void = 0x01;
    private const byte Text = 0x0E;

    private AssemblyUse(MetadataReader reader)
    {
        Assemblies = reader.AssemblyReferences.Select(each => reader.GetString(reader.GetAssemblyReference(each).Name)).ToArray();
        Types = reader.TypeReferences.Select(each => NameOf(reader, each)).ToHashSet();
        Members = reader.MemberReferences.Select(each => NameOf(reader, each)).ToHashSet();
        NativeLibraries = Enumerable.Range(1, reader.GetTableRowCount(TableIndex.ModuleRef))
            .Select(row => MetadataTokens.ModuleReferenceHandle(row))
            .Select(each => reader.GetString(reader.GetModuleReference(each).Name)).ToArray();
    }

    /// <summary>The simple names of the assemblies that it references.</summary>
    public IReadOnlyCollection<string> Assemblies { get; }

    /// <summary>The full names of the types that it mentions.</summary>
    public IReadOnlyCollection<string> Types { get; }

    /// <summary>The members that it uses, as <c>Namespace.Type::Member</c>; a constructor that takes a text first ends in <c>(string)</c>.</summary>
    public IReadOnlyCollection<string> Members { get; }

    /// <summary>The native libraries that it calls into.</summary>
    public IReadOnlyCollection<string> NativeLibraries { get; }

    public static AssemblyUse Of(Assembly assembly)
    {
        using FileStream file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        return new AssemblyUse(image.GetMetadataReader());
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return NameOf(reader, (TypeReferenceHandle)type.ResolutionScope) + "+" + name;
        return reader.GetString(type.Namespace) is { Length: > 0 } space ? space + "." + name : name;
    }

    private static string NameOf(MetadataReader reader, MemberReferenceHandle handle)
    {
        MemberReference member = reader.GetMemberReference(handle);
        string name = reader.GetString(member.Name);
        if (name == ".ctor" && TakesTextFirst(reader.GetBlobReader(member.Signature)))
            name += "(string)";
        string parent = member.Parent.Kind switch
        {
            HandleKind.TypeReference => NameOf(reader, (TypeReferenceHandle)member.Parent),
            HandleKind.TypeSpecification => GenericTypeOf(reader, (TypeSpecificationHandle)member.Parent),
            _ => string.Empty,
        };
        return parent + "::" + name;
    }

    /// <summary>A constructor's signature: kind, number of parameters, void, first parameter.</summary>
    private static bool TakesTextFirst(BlobReader signature)
    {
        signature.ReadSignatureHeader();
        return signature.ReadCompressedInteger() > 0 && signature.ReadByte() == Void && signature.ReadByte() == Text;
    }

    /// <summary>The generic type that an instance such as <c>Task&lt;int&gt;</c> is made of.</summary>
    private static string GenericTypeOf(MetadataReader reader, TypeSpecificationHandle handle)
    {
        BlobReader signature = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return string.Empty;
        signature.ReadByte();
        EntityHandle generic = signature.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference ? NameOf(reader, (TypeReferenceHandle)generic) : string.Empty;
    }
}
