using System.Collections;
using System.Collections.Generic;

namespace DsrReadiness.Completion;

/// <summary>Completes the built-in payloads of datagrams.</summary>
public sealed class PayloadCompleter : WordCompleter
{
    private static readonly Word[] s_words =
    [
        new("dns", "dns", "A query for the servers of the root; usual on udp/53"),
        new("ntp", "ntp", "A client's question; usual on udp/123"),
        new("snmp", "snmp", "A get of sysUpTime.0 in version 2c, community public; usual on udp/161"),
        new("snmp:", "snmp:COMMUNITY", "The same with another community", IsShownUnasked: false),
        new("radius", "radius", "Status-Server without a secret; usual on udp/1812 and 1813"),
        new("radius:", "radius:SECRET", "Status-Server with the secret of this client"),
        new("text:", "text:WORDS", "The words themselves"),
    ];

    private protected override IEnumerable<Word> Find(string command, IDictionary parameters) => s_words;
}
