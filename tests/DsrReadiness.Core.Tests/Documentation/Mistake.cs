using System;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Documentation;

/// <summary>One of the classic mistakes: the ready server with one thing wrong.</summary>
/// <param name="Title">Its heading on the page.</param>
/// <param name="Make">Makes it.</param>
/// <param name="Service">What the server is judged for.</param>
internal sealed record Mistake(string Title, Action<Server> Make, DsrService Service);
