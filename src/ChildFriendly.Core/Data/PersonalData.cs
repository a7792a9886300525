namespace ChildFriendly.Core.Data;

public enum DataSubject
{
    Child,
    Parent,
    Staff,
}

/// <summary>GDPR art. 6(1): (c) a law asks for it, (e) a public task; (f) is not for public authorities.</summary>
public enum LegalBasis
{
    PublicTask,
    LegalObligation,
}

/// <param name="Whose">Whom the columns say something about; null where they say nothing about anybody.</param>
/// <param name="Purpose">Its text is <c>staff.data.purpose.{Purpose}</c>.</param>
/// <param name="Kept">Its text is <c>staff.data.kept.{Kept}</c>; the retention job does what it says.</param>
/// <param name="Personal">Columns that hold something about a person, also under a random id.</param>
/// <param name="Other">All other columns.</param>
public sealed record PersonalDataEntry(
    string Table, DataSubject? Whose, string Purpose, LegalBasis Basis, string Kept, IReadOnlyList<string> Personal, IReadOnlyList<string> Other);

/// <summary>
/// The register of personal data (GDPR art. 30): every table and every column, the scheduler's own excepted. A test fails when a column is
/// added without an entry.
/// </summary>
public static class PersonalData
{
    public static IReadOnlyList<PersonalDataEntry> Register { get; } =
    [
        // Children: under a random id, a card, an age band.
        Of("participants", DataSubject.Child, "taking-part", LegalBasis.PublicTask, "participation", "Id CardId LocalityId AgeBand BandConfirmedOn NicknameAdjective NicknameAnimal Picture AssentVersion JoinedOn", "Version"),
        Of("cards", DataSubject.Child, "cards", LegalBasis.PublicTask, "cards", "Id LocalityId BatchId Number AgeBand CodeHash SessionKey ValidUntil VoidedAt EndedAt CouncilUntil", "IsDemonstration Version"),
        Of("card_first_uses", DataSubject.Child, "misuse", LegalBasis.PublicTask, "first-uses", "Hour", "Id BatchId"),
        Of("initiatives", DataSubject.Child, "ideas", LegalBasis.PublicTask, "ideas", "AuthorId AuthorBand GroupSize TrackingHash Language Title Text Place Helps SearchText SubmittedAt RemovalRequestedAt IsAppealed", "IsSuspended Id LocalityId Number Goal Stage ChangedAt PublishedAt AnswerDueOn MergedIntoId Version"),
        Of("initiative_timeline", DataSubject.Child, "ideas", LegalBasis.PublicTask, "ideas", "Sentence Earlier Young Follows WithdrawnBecause", "InitiativeId FollowsOn DueOn WithdrawnAt Position At About Stage ByRole Decision ReasonKey Office IsPublic"),
        Of("initiative_pictures", DataSubject.Child, "ideas", LegalBasis.PublicTask, "pictures", "AlternativeText ShowsFaces ShowsNames ShowsHouseNumbers", "Id InitiativeId LocalityId Type Width Height Stage Reason EraseOn Version"),
        Of("picture_files", DataSubject.Child, "ideas", LegalBasis.PublicTask, "pictures", "Bytes", "PictureId"),
        Of("voice_messages", DataSubject.Child, "ideas", LegalBasis.PublicTask, "ideas", "Transcript Seconds", "Id InitiativeId LocalityId Stage Reason EraseOn HasSound Version"),
        Of("voice_files", DataSubject.Child, "ideas", LegalBasis.PublicTask, "voices", "Bytes", "VoiceId"),
        Of("supports", DataSubject.Child, "support", LegalBasis.PublicTask, "participation", "ParticipantId", "Id InitiativeId LocalityId Version"),
        Of("measure_checks", DataSubject.Child, "support", LegalBasis.PublicTask, "participation", "ParticipantId", "Id LocalityId MeasureId Answer Report Version"),
        Of("debate_reactions", DataSubject.Child, "support", LegalBasis.PublicTask, "participation", "ParticipantId", "Id LocalityId MeasureId Face Version"),
        Of("options", DataSubject.Child, "votes", LegalBasis.PublicTask, "results", "Title Text Language", "Id QuestionId InitiativeId Position Picture Votes IsSelected ByLot CostBani Decision DecisionText"),
        Of("voter_marks", DataSubject.Child, "votes", LegalBasis.PublicTask, "participation", "ConsultationId ParticipantId", ""),
        Of("ballots_cast", DataSubject.Child, "votes", LegalBasis.PublicTask, "open-ballots", "QuestionId Tag Choices", ""),
        Of("open_answers", DataSubject.Child, "votes", LegalBasis.PublicTask, "open-answers", "AuthorId AuthorBand Language Text Earlier Sentence IsAppealed", "IsSuspended Id LocalityId ConsultationId QuestionId Stage ReasonKey Version"),
        Of("remarks", DataSubject.Child, "ideas", LegalBasis.PublicTask, "remarks", "AuthorId AuthorBand Language Text Earlier Sentence IsAppealed", "IsSuspended Id LocalityId Kind AboutId Stage ReasonKey Version"),
        Of("redactions", DataSubject.Child, "ideas", LegalBasis.PublicTask, "redactions", "Original Cuts Sentence ObjectedAt DecidedById", "Id LocalityId ItemId Field At Stage Version"),
        Of("paper_answers", DataSubject.Child, "votes", LegalBasis.PublicTask, "open-ballots", "First Second Agreed", "BatchId Paper QuestionId"),
        Of("findings", DataSubject.Child, "focus-groups", LegalBasis.PublicTask, "results", "Statement", "Id SessionId LocalityId Position Agreed Goal ConsultationId IsPublished ReasonKey Sentence Version"),
        Of("council_seats", DataSubject.Child, "council", LegalBasis.PublicTask, "council-seats", "SealedName SealedContact", "Id LocalityId Version"),
        Of("council_contributions", DataSubject.Child, "council", LegalBasis.PublicTask, "council-contributions", "AuthorId AuthorBand Language Text Earlier WrittenOn Sentence IsAppealed", "IsSuspended Id LocalityId Kind RecommendationId Stage ReasonKey Version"),
        Of("council_poll_votes", DataSubject.Child, "council", LegalBasis.PublicTask, "council-polls", "PollId ParticipantId Position", ""),
        Of("parent_consents", DataSubject.Parent, "consents", LegalBasis.LegalObligation, "consents", "Reference Keeper Scope Form TextVersion GivenOn ExpiresOn WithdrawnOn RecordedById", "Id LocalityId Number Version"),

        // Apart from everything else; requests about it go through the data protection officer.
        Of("safeguarding_cases", DataSubject.Child, "safeguarding", LegalBasis.LegalObligation, "safeguarding", "SealedWords SealedReach Language OpenedAt Level AcknowledgedById", "Id LocalityId Origin ModerationCaseId IsQuiet Stage Alarm AlarmAt AcknowledgedAt FirstActAt Outcome ClosedAt ErasedAt Version"),
        Of("safeguarding_notes", DataSubject.Child, "safeguarding", LegalBasis.LegalObligation, "safeguarding", "SealedText ById", "CaseId Position At ByRole Act Level"),

        // Adults who work with the portal.
        Of("staff_accounts", DataSubject.Staff, "accounts", LegalBasis.PublicTask, "accounts", "Id Email NormalizedEmail PasswordHash AuthenticatorKey LastAuthenticatorStep FailedSignIns LockedUntil RecoveryCodesMadeAt SecurityStamp MailLanguage NoDigest", "IsDemonstration Version"),
        Of("staff_roles", DataSubject.Staff, "accounts", LegalBasis.PublicTask, "accounts", "StaffId Role LocalityId", "Id"),
        Of("staff_recovery_codes", DataSubject.Staff, "accounts", LegalBasis.PublicTask, "accounts", "StaffId Hash", "Id"),
        Of("staff_passkeys", DataSubject.Staff, "accounts", LegalBasis.PublicTask, "accounts", "StaffId CredentialId Credential Name AddedAt", "Id Version"),
        Of("staff_sessions", DataSubject.Staff, "security", LegalBasis.PublicTask, "sessions", "StaffId Device BeganAt EndedAt", "Id Version"),
        Of("staff_invitations", DataSubject.Staff, "accounts", LegalBasis.PublicTask, "invitations", "Email Role LocalityId InvitedById", "Id TokenHash ExpiresAt AcceptedAt WithdrawnAt Version"),
        Of("staff_checks", DataSubject.Staff, "checks", LegalBasis.LegalObligation, "accounts", "StaffId Kind IssuedOn ExpiresOn SeenById SeenOn RemindedDays", "Id LocalityId Version"),
        Of("alarm_tests", DataSubject.Staff, "safeguarding", LegalBasis.LegalObligation, "alarm-tests", "LeadId LeadAt DeputyId DeputyAt", "Id LocalityId Month SentAt Version"),
        Of("mails", DataSubject.Staff, "mail", LegalBasis.PublicTask, "mail", "RecipientId Arguments", "Id Occasion Kind IsUrgent CreatedAt DueAt Tries ClaimedUntil SentAt GivenUpAt Version"),
        Of("moderation_cases", DataSubject.Staff, "moderation", LegalBasis.PublicTask, "results", "ClaimedById DecidedById NotById OpinionAskedById OpinionNote", "Id LocalityId SubjectKind ItemId WaitingSince Stage ClaimedUntil Outcome ReasonKey Sentence About Cuts Found HeldUntil DecidedAt Version"),
        Of("decision_reviews", DataSubject.Staff, "moderation", LegalBasis.PublicTask, "results", "ReviewerId", "Id LocalityId CaseId DrawnOn Outcome ReviewedAt Version"),
        Of("reports", DataSubject.Staff, "moderation", LegalBasis.PublicTask, "results", "DecidedById", "Id LocalityId SubjectKind ItemId Reason At Times Stage DecidedAt Version"),
        Of("paper_batches", DataSubject.Staff, "votes", LegalBasis.PublicTask, "results", "FirstById SecondById", "Id LocalityId ConsultationId Number Place AgeBand HandedOut Returned Blank Spoilt Stage Version"),
        Of("audit", DataSubject.Staff, "audit", LegalBasis.PublicTask, "audit", "StaffId Role At What", "Id LocalityId SubjectId StageBefore StageAfter Details Chain Number Hash"),

        // Nothing about anybody.
        None("action_plans", "Id LocalityId Title Summary FromYear ToYear Stage Framework DebateFrom DebateUntil IsCouncilDecision DecisionNumber DecidedOn DecisionLink Version"),
        None("measures", "Id LocalityId PlanId Number Goal Article Title Text WhatChanges Responsible Partners Risks DueOn BudgetBani CommittedBani SpentBani InitiativeId RecommendationId CouncilView Stage Reports ReportedAt DoubtedAt Version"),
        None("progress_updates", "MeasureId Position At Stage Text Unit Link Correction CorrectedAt"),
        None("monitoring_reports", "Id LocalityId PlanId Year Edition Because Summary Young Missing AssessmentId Stage PublishedAt Data Checksum Version"),
        None("report_drafts", "Id LocalityId MeasureId Stage Text Unit Link SavedAt Version"),
        None("measure_files", "Id LocalityId MeasureId DraftId UpdatePosition Kind Type Width Height Length Name AddedAt Version"),
        None("measure_file_bytes", "FileId Bytes"),
        None("measure_sources", "MeasureId Kind ItemId"),
        None("milestones", "MeasureId Position Title DueOn DoneOn"),
        None("budget_lines", "MeasureId Year Source PlannedBani CommittedBani SpentBani"),
        None("indicators", "MeasureId Position Name Definition Unit Baseline BaselineYear Target TargetYear FallsWhenBetter"),
        None("indicator_values", "MeasureId Position Year Value Source NotedAt"),
        None("noted_proposals", "Id LocalityId PlanId MeasureId Source Gist People NotedOn Stage ReasonKey Sentence Version"),
        None("debate_answers", "Id LocalityId PlanId Outcome Reason Young Office AnsweredOn CorrectedOn EarlierOutcome EarlierReason Version"),
        None("answered_proposals", "ProposalId AnswerId"),
        None("plan_versions", "Id LocalityId PlanId Number Title Stage At Framework DecisionNumber DecidedOn DecisionLink Measures Version"),
        None("situation_analyses", "Id LocalityId PlanId Stage Text Young PublishedOn CorrectedOn Version"),
        None("situation_indicators", "AnalysisId Position Name Value Unit Year Source"),
        None("situation_groups", "AnalysisId SessionId"),
        None("childrens_councils", "Id LocalityId Seats HowChosen Does Reach Meets MandateFrom MandateTo From11To13 From14To17 SupportForAgenda Version"),
        None("council_meetings", "Id LocalityId Number StartsAt EndsAt Place Invitation Attended Title Summary YoungSummary Decisions ChangedAt CancelledAt CancelledBecause Version"),
        None("recommendations", "Id LocalityId Number Title Text AddresseeKind Addressee AdoptedOn SentAt AnswerDueOn Decision Stage Version"),
        None("recommendation_sources", "RecommendationId Kind ItemId"),
        None("recommendation_answers", "RecommendationId Position At Decision Reason Text Young Office Follows FollowsOn WithdrawnAt WithdrawnBecause"),
        None("council_polls", "Id LocalityId Question ClosesOn Stage Version"),
        None("agenda_points", "Id MeetingId Position Text InitiativeId ContributionId"),
        None("council_poll_options", "PollId Position Text Votes"),
        None("audit_checks", "Chain At BrokenAt Entries LastNumber Hash"),
        None("audit_checkpoints", "Chain Year LastNumber Hash Signature"),
        None("outbox", "Id At LocalityId What SubjectId Details HandledAt"),
        None("ballot_receipts", "ConsultationId Code"),
        None("ballots", "QuestionId Id Choices"),
        None("consultations", "Id LocalityId Number Title About DecisionMaker CanChange AnnouncedAt OpensAt ClosesAt ClosedAt DecidedAt BallotCount PaperCount Heard MerkleRoot TieCommitment TieSecret Stage Version"),
        None("turnout", "ConsultationId AgeBand Children"),
        None("questions", "Id ConsultationId Position Text Kind Rule Audience MinChoices MaxChoices Winners Points BudgetBani Quorum Threshold Cast Outcome"),
        None("stored_keys", "Id Name Xml"),
        None("focus_groups", "Id LocalityId Number HeldOn Minutes Place Topic DecisionMaker From6To10 From11To13 From14To17 Version"),
        None("localities", "Id Slug Name Kind County Siruta CouncilName Phase Version"),
        None("card_batches", "Id LocalityId Number IssuedTo AgeBand Count Languages MadeOn ValidUntil PepperFingerprint Version"),
    ];

    private static PersonalDataEntry Of(string table, DataSubject whose, string purpose, LegalBasis basis, string kept, string personal, string other) =>
        new(table, whose, purpose, basis, kept, personal.Split(' '), other.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static PersonalDataEntry None(string table, string columns) => new(table, null, "", default, "", [], columns.Split(' '));
}
