using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>A picture lives as long as its idea; a voice only until it was written down and could be asked about.</summary>
public static class MediaModule
{
    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
        RetentionRule.OneByOne<InitiativePicture>(
            "pictures",
            (db, now) =>
            {
                var today = RomanianTime.DateOf(now);
                return db.InitiativePictures.Where(p => p.EraseOn <= today);
            },
            (db, picture, _) => db.Remove(picture)),
        RetentionRule.OneByOne<VoiceMessage>(
            "voices",
            (db, now) =>
            {
                var today = RomanianTime.DateOf(now);
                return db.VoiceMessages.Where(v => v.EraseOn <= today && v.HasSound);
            },
            (db, voice, now) =>
            {
                voice.LoseSound(Actor.Program, now);
                db.Remove(voice.Stage == MediaStage.Approved ? VoiceSound.Unread(voice.Id) : voice);
            }),
    ];
}
