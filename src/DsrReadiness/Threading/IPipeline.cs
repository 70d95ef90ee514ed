using DsrReadiness.Errors;
using DsrReadiness.Servers;

namespace DsrReadiness.Threading;

/// <summary>What jobs may ask of a command. Called on the pipeline thread alone.</summary>
internal interface IPipeline
{
    void Write(object output);

    void Write(Failure failure);

    void Tell(string text);

    void Warn(string text);

    void Progress(DsrServer server, string activity, string status, int percent);

    bool MayDo(string target, string action);
}
