using DsrReadiness.Errors;
using DsrReadiness.Servers;

namespace DsrReadiness.Threading;

/// <summary>What jobs may ask of a command. Called on the pipeline thread alone.</summary>
internal interface IPipeline
{
    void Write(object output);

    void Write(Failure failure);

    void Tell(string text);

    /// <param name="text">The warning.</param>
    /// <param name="command">Commands that go with it, each of them a line.</param>
    void Warn(string text, string? command = null);

    void Progress(DsrServer server, string activity, string status, int percent);

    /// <summary>False if <see cref="MayDo"/> says yes without asking anybody.</summary>
    bool Asks { get; }

    /// <exception cref="FailureException">There is nobody to answer.</exception>
    bool MayDo(string target, string action);

    /// <summary>Asks whether VIPs may be taken out of service.</summary>
    /// <param name="question">The question.</param>
    /// <param name="always">Asks whatever the preferences are.</param>
    /// <exception cref="FailureException">There is nobody to answer.</exception>
    bool MayTakeOut(string question, bool always);
}
