using System;

namespace DsrReadiness.Console.Demo;

/// <summary>The story did not come out as it promised.</summary>
internal sealed class BrokenPromiseException(string what) : Exception("The demo promised more than came out: " + what);
