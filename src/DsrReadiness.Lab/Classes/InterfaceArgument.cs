using System.Diagnostics.CodeAnalysis;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The parameters <c>InterfaceIndex</c> and <c>InterfaceAlias</c> of methods that create: one of them, or both of the same interface.</summary>
internal static class InterfaceArgument
{
    public static bool TryFind(
        LabArguments arguments, Machine machine, IPFamily family, [NotNullWhen(true)] out IPLayer? layer, [NotNullWhen(false)] out CimOutcome? refusal)
    {
        layer = null;
        refusal = null;
        long? index = arguments.Number("InterfaceIndex");
        string? alias = arguments.Get<string>("InterfaceAlias");
        NetInterface? byIndex = index is null ? null : machine.Find((uint)index);
        NetInterface? byAlias = alias is null ? null : machine.Find(alias);
        if ((index is null && alias is null) || (index is not null && alias is not null && byIndex != byAlias))
        {
            refusal = Refusal.InvalidParameter("One interface has to be named.");
            return false;
        }

        layer = machine.FindLayer(byIndex ?? byAlias, family);
        if (layer is null)
            refusal = Refusal.NotFound($"There is no {family} interface {alias}{index}.");
        return layer is not null;
    }
}
