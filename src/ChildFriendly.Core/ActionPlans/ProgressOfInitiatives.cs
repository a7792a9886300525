using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>A progress report on a measure moves the child's idea it comes from along with it.</summary>
public static class ProgressOfInitiatives
{
    public static void Report(this Measure measure, Initiative? initiative, MeasureStage stage, string text, string unit, Actor by, DateTime now, string link = "")
    {
        measure.Report(stage, text, unit, by, now, link);
        switch (stage)
        {
            case MeasureStage.OnTrack or MeasureStage.Late when initiative?.Stage == InitiativeStage.InPlan:
                initiative.BeginWork(by, now);
                break;
            case MeasureStage.OnTrack or MeasureStage.Late when initiative?.Stage == InitiativeStage.Done:
                initiative.ResumeWork(by, now);
                break;
            case MeasureStage.Done when initiative?.Stage is InitiativeStage.InPlan or InitiativeStage.InProgress:
                initiative.Finish(by, now);
                break;
            case MeasureStage.Stopped when initiative?.Stage is InitiativeStage.InPlan or InitiativeStage.InProgress or InitiativeStage.Done:
                initiative.ReturnToReview(text, by, now);
                break;
        }
    }
}
