namespace DsrReadiness.Json;

/// <summary>What a JSON value begins with, which is the whole value unless it is an object or an array.</summary>
internal enum JsonToken
{
    StartObject,
    StartArray,
    String,
    Number,
    True,
    False,
    Null,
}
