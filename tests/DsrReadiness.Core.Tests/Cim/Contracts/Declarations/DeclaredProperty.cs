using System.Collections.Generic;
using DsrReadiness.Cim;

namespace DsrReadiness.Tests.Cim.Contracts.Declarations;

/// <summary>What Windows declares of a property.</summary>
/// <param name="Type">The CIM type, with <c>[]</c> for an array.</param>
/// <param name="Values">The numbers of the value map, each with its name where the source has one; null if it has no value map.</param>
/// <param name="Since">The first release, if that is not the class's.</param>
internal sealed record DeclaredProperty(string Type, IReadOnlyDictionary<long, string?>? Values, WindowsRelease? Since);
