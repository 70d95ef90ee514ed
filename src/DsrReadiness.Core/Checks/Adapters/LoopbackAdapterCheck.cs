using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Host;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Adapters;

/// <summary>A question asked of the adapter of each loopback. The built-in loopback has no adapter.</summary>
internal abstract class LoopbackAdapterCheck(CheckInfo info) : Check(info)
{
    public sealed override IEnumerable<Finding> Evaluate(CheckContext context) => context.Loopbacks().SelectMany(fact =>
        !fact.TryGet(out HostInterface? loopback, out Missing? missing) ? [Unknown(missing)]
        : loopback.Kind == InterfaceKind.BuiltInLoopback ? [NotApplicable($"{loopback} is the built-in loopback, which has no adapter.")]
        : Judge(context, loopback));

    protected abstract IEnumerable<Finding> Judge(CheckContext context, HostInterface loopback);
}
