namespace ChildFriendly.Core.Participation;

/// <summary>Files that only the program's own account may read.</summary>
public static class SecretFile
{
    /// <summary>A folder that nobody else on the machine may look into; one that exists stays as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Writes to disk before the file gets its name, so that a crash leaves either none or a whole one. Never overwrites.</summary>
    public static void Write(string file, byte[] content)
    {
        CreateFolder(Path.GetDirectoryName(file)!);
        var half = $"{file}.{Environment.ProcessId}.{Guid.CreateVersion7():N}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(half, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(half, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another instance was first; both use what it wrote.
            File.Delete(half);
        }
    }
}
