using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Tests.Cim.Contracts.Declarations;

/// <summary>What Windows declares of a class, inherited properties included. Names are compared with their case.</summary>
/// <param name="Namespace">Null where the source does not tell.</param>
/// <param name="Since">Null where the source does not tell.</param>
/// <param name="Keys">The names of the keys.</param>
/// <param name="Properties">The properties by name.</param>
internal sealed record DeclaredClass(
    string? Namespace, WindowsRelease? Since, IReadOnlyCollection<string> Keys, IReadOnlyDictionary<string, DeclaredProperty> Properties);
