using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>A parameter that a method takes.</summary>
internal sealed class LabParameter(string name, CimType type, bool isRequired = false)
{
    public string Name { get; } = name;

    public CimType Type { get; } = type;

    public bool IsRequired { get; } = isRequired;
}
