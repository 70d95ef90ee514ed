using System.IO;
using System.Text;
using DsrReadiness.Text;

namespace DsrReadiness.Console.Output;

/// <summary>What is said on standard error: one line a message, with nothing in it that a terminal would obey.</summary>
internal sealed class Messages(Stream stream)
{
    /// <summary>What was said first; null as long as all is well.</summary>
    public string? First { get; private set; }

    public void Say(string message)
    {
        First ??= message;
        try
        {
            stream.Write(Encoding.UTF8.GetBytes("dsr: " + SafeText.Of(message) + "\n"));
            stream.Flush();
        }
        catch (IOException)
        {
            // Nobody reads standard error, and there is no other place to say so; the exit status still tells.
        }
    }
}
