using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Xunit;

namespace ChildFriendly.Core.Tests.Moderation;

public sealed class MediaRulesTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly PictureCheck Nothing = new(false, false, false);
    private static readonly bool?[] Answers = [null, false, true];

    [Fact]
    public void A_picture_needs_all_three_answers_to_be_no_and_words()
    {
        foreach (var faces in Answers)
        {
            foreach (var names in Answers)
            {
                foreach (var houses in Answers)
                {
                    bool?[] given = [faces, names, houses];
                    var expected = given.Contains(null) ? MediaRules.CheckMissing : given.Contains(true) ? MediaRules.ShowsSomebody : null;

                    Assert.Equal(expected, MediaRules.RefuseToApprove(new PictureCheck(faces, names, houses), "Un leagăn"));
                    Assert.Equal(expected ?? MediaRules.AlternativeTextMissing, MediaRules.RefuseToApprove(new PictureCheck(faces, names, houses), " "));
                }
            }
        }
    }

    [Theory]
    [InlineData(MediaStage.Waiting, MediaStage.Waiting, "desk.media.picture-waits")]
    [InlineData(MediaStage.Waiting, MediaStage.Approved, "desk.media.picture-waits")]
    [InlineData(MediaStage.Approved, MediaStage.Waiting, "desk.media.voice-waits")]
    [InlineData(MediaStage.LeftOut, MediaStage.Waiting, "desk.media.voice-waits")]
    [InlineData(MediaStage.Approved, MediaStage.Approved, null)]
    [InlineData(MediaStage.LeftOut, MediaStage.LeftOut, null)]
    public void An_idea_waits_for_whoever_looks_and_listens(MediaStage picture, MediaStage voice, string? key)
    {
        var idea = Submitted();
        Bring(idea, picture, voice);

        Assert.Equal(key, MediaRules.RefuseToPublish(idea)?.Key);
        if (key is null)
        {
            idea.Publish(Actor.Program, Now);
            Assert.Equal(picture == MediaStage.Approved, MediaRules.IsForEverybody(idea.Picture!, idea.Stage, isSuspended: false));
            Assert.False(MediaRules.IsForEverybody(idea.Picture!, idea.Stage, isSuspended: true));
            Assert.Equal((picture == MediaStage.LeftOut, true), (idea.Picture!.EraseOn is not null, idea.Voice!.EraseOn is not null));
            Assert.Throws<InvalidOperationException>(() => idea.Voice!.WriteDown("Altceva", Actor.Program, Now));
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => idea.Publish(Actor.Program, Now));
        }
    }

    [Fact]
    public void What_is_left_out_of_the_title_does_not_stay_in_the_words_of_the_picture()
    {
        var idea = Submitted();
        idea.ApprovePicture(Nothing, idea.Title, Actor.Program, Now);

        idea.Redact([new Cut(WordsField.Title, "Leagăn la ".Length, "Maria Popescu".Length, null)]);

        Assert.DoesNotContain("Maria", idea.Picture!.AlternativeText, StringComparison.Ordinal);
        Assert.Equal(idea.Title, idea.Picture.AlternativeText);
    }

    [Theory]
    [InlineData(MediaStage.Approved)]
    [InlineData(MediaStage.LeftOut)]
    public void Nobody_decides_about_the_picture_of_what_is_decided_on(MediaStage picture)
    {
        var idea = Submitted();
        Bring(idea, picture, MediaStage.LeftOut);
        idea.Publish(Actor.Program, Now);
        Assert.Null(MediaFiles.RefuseToTakePicture(MediaSamples.Png(), out var covered));

        Assert.Throws<InvalidOperationException>(() => idea.ApprovePicture(Nothing, "Altceva", Actor.Program, Now));
        Assert.Throws<InvalidOperationException>(() => idea.LeavePictureOut(MediaReason.ShowsFaces, Actor.Program, Now));
        Assert.Throws<InvalidOperationException>(() => idea.CoverPicture(covered!, Actor.Program, Now));
        Assert.Equal(picture, idea.Picture!.Stage);
    }

    private static Initiative Submitted()
    {
        var idea = Initiative.Begin(Children.Of(Guid.CreateVersion7(), Now), Now);
        idea.ChooseGoal(GoalArea.Play, Now);
        idea.Tell("Leagăn la Maria Popescu", "Vrem un leagăn.", Now);
        idea.Locate("Parc", Now);
        Assert.Null(MediaFiles.RefuseToTakePicture(MediaSamples.Jpeg, out var picture));
        idea.Show(picture!, Now);
        Assert.Null(MediaFiles.RefuseToTakeSound(MediaSamples.Wav(), out var sound));
        idea.Say(sound!, Now);
        idea.Submit(1, Now);
        return idea;
    }

    private static void Bring(Initiative idea, MediaStage picture, MediaStage voice)
    {
        switch (picture)
        {
            case MediaStage.Approved:
                idea.ApprovePicture(Nothing, "Un leagăn", Actor.Program, Now);
                break;
            case MediaStage.LeftOut:
                idea.LeavePictureOut(MediaReason.NotClear, Actor.Program, Now);
                break;
        }

        switch (voice)
        {
            case MediaStage.Approved:
                idea.Voice!.WriteDown("Un leagăn.", Actor.Program, Now);
                break;
            case MediaStage.LeftOut:
                idea.Voice!.LeaveOut(MediaReason.NotClear, Actor.Program, Now);
                break;
        }
    }
}
