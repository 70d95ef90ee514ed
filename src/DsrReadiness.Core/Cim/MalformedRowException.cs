using System;

namespace DsrReadiness.Cim;

/// <summary>A row lacks what tells it apart from others, so that nothing can be said of it. Becomes the failure of its reading.</summary>
internal sealed class MalformedRowException(string message) : Exception(message);
