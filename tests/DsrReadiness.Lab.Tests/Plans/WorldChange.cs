using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>What can happen to a server between a look at it and a change of it.</summary>
public enum WorldChange
{
    /// <summary>It restarts: indexes change hands, and what does not persist is gone.</summary>
    Restart,

    /// <summary>Indexes change hands, and nothing else.</summary>
    Shuffle,

    /// <summary>Every adapter is disabled and enabled: each has an index that nobody had.</summary>
    Replug,

    /// <summary>Somebody enables weak host receive on the adapters with a wire.</summary>
    ByHand,
}

/// <summary>Lets the world change.</summary>
internal static class WorldChanges
{
    public static void Happen(this WorldChange change, LabServer server)
    {
        switch (change)
        {
            case WorldChange.Restart:
                server.Restart();
                break;
            case WorldChange.Shuffle:
                server.Backdoor.ShuffleIndexes();
                break;
            case WorldChange.Replug:
                Replug(server);
                break;
            default:
                EnableReceive(server);
                break;
        }
    }

    private static void Replug(LabServer server)
    {
        foreach (CimRow row in Adapters(server).Where(row => row.Get(NetAdapterClass.InterfaceAdminStatus).Is(AdminStatus.Up)))
        {
            var target = new CimQuery(NetAdapterClass.Class, CimStore.None, new CimCondition(NetAdapterClass.InterfaceGuid, row.Get(NetAdapterClass.InterfaceGuid).Value));
            server.Backdoor.Execute(CimOperation.Invoke(target, "Disable"));
            server.Backdoor.Execute(CimOperation.Invoke(target, "Enable"));
        }
    }

    private static void EnableReceive(LabServer server)
    {
        foreach (CimRow row in Adapters(server).Where(row => !row.Get(NetAdapterClass.ComponentID).Is("*MSLOOP")))
        {
            foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
                server.Backdoor.Execute(Do.Set(On.Interface(row.Get(NetAdapterClass.InterfaceIndex).Value, IPFamily.IPv4, store), NetIPInterfaceClass.WeakHostReceive, 1L));
        }
    }

    private static IReadOnlyList<CimRow> Adapters(LabServer server) => server.Backdoor.Read(On.All(NetAdapterClass.Class)).Rows ?? [];
}
