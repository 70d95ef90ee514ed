using DsrReadiness.Cim;

namespace DsrReadiness.Lab.Classes;

/// <summary>A parameter that a method takes.</summary>
internal sealed record LabParameter(string Name, CimType Type, bool IsRequired = false);
