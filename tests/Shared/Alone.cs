namespace DsrReadiness.TestSupport;

/// <summary>Tests of what a process uses, time of the processor or memory, run when no others of it do: whoever collects garbage pays for what they keep.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
