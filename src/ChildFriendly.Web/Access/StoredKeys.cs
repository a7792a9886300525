using System.Xml.Linq;
using ChildFriendly.Core.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Access;

/// <summary>The key ring of sessions and forms, in the database, so that all instances share it.</summary>
public sealed class StoredKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildFriendlyDb>();
        return db.StoredKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse).ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildFriendlyDb>();
        db.Add(new StoredKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
#pragma warning disable RS0030 // The interface is synchronous, and a key of the key ring is no change that people make.
        db.SaveChanges();
#pragma warning restore RS0030
    }
}
