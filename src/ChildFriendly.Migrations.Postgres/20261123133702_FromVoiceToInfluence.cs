using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FromVoiceToInfluence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "budget_lines",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PlannedBani = table.Column<long>(type: "bigint", nullable: false),
                    CommittedBani = table.Column<long>(type: "bigint", nullable: false),
                    SpentBani = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_lines", x => new { x.MeasureId, x.Year, x.Source });
                    table.ForeignKey(
                        name: "FK_budget_lines_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "council_contributions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecommendationId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    WrittenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReasonKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Sentence = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_contributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_council_contributions_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_council_contributions_participants_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_council_contributions_recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "council_polls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_polls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_council_polls_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council_seats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    SealedName = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    SealedContact = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_council_seats_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicators",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Definition = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Baseline = table.Column<long>(type: "bigint", nullable: false),
                    BaselineYear = table.Column<int>(type: "integer", nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: false),
                    TargetYear = table.Column<int>(type: "integer", nullable: false),
                    FallsWhenBetter = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicators", x => new { x.MeasureId, x.Position });
                    table.ForeignKey(
                        name: "FK_indicators_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Report = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_measure_checks_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_measure_checks_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_measure_checks_participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_milestones", x => new { x.MeasureId, x.Position });
                    table.ForeignKey(
                        name: "FK_milestones_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_answers",
                columns: table => new
                {
                    RecommendationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Young = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Follows = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    FollowsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation_answers", x => new { x.RecommendationId, x.Position });
                    table.ForeignKey(
                        name: "FK_recommendation_answers_recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_sources",
                columns: table => new
                {
                    RecommendationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation_sources", x => new { x.RecommendationId, x.Kind, x.ItemId });
                    table.ForeignKey(
                        name: "FK_recommendation_sources_recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "remarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorBand = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReasonKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Sentence = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Earlier = table.Column<string>(type: "text", nullable: true),
                    IsAppealed = table.Column<bool>(type: "boolean", nullable: false),
                    IsSuspended = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_remarks_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_points",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: true),
                    ContributionId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agenda_points", x => x.Id);
                    table.ForeignKey(
                        name: "FK_agenda_points_council_contributions_ContributionId",
                        column: x => x.ContributionId,
                        principalTable: "council_contributions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_agenda_points_council_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "council_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_agenda_points_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "council_poll_options",
                columns: table => new
                {
                    PollId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Votes = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_poll_options", x => new { x.PollId, x.Position });
                    table.ForeignKey(
                        name: "FK_council_poll_options_council_polls_PollId",
                        column: x => x.PollId,
                        principalTable: "council_polls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "council_poll_votes",
                columns: table => new
                {
                    PollId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_poll_votes", x => new { x.PollId, x.ParticipantId });
                    table.ForeignKey(
                        name: "FK_council_poll_votes_council_polls_PollId",
                        column: x => x.PollId,
                        principalTable: "council_polls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_council_poll_votes_participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "indicator_values",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NotedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_values", x => new { x.MeasureId, x.Position, x.Year });
                    table.ForeignKey(
                        name: "FK_indicator_values_indicators_MeasureId_Position",
                        columns: x => new { x.MeasureId, x.Position },
                        principalTable: "indicators",
                        principalColumns: new[] { "MeasureId", "Position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddColumn<string>(
                name: "AddresseeKind",
                table: "recommendations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "LocalCouncil");

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "progress_updates",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "progress_updates",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Link",
                table: "progress_updates",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Article",
                table: "measures",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CommittedBani",
                table: "measures",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "DoubtedAt",
                table: "measures",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Partners",
                table: "measures",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ReportedAt",
                table: "measures",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<int>(
                name: "Reports",
                table: "measures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Risks",
                table: "measures",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "SpentBani",
                table: "measures",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "WhatChanges",
                table: "measures",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "initiative_timeline",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Follows",
                table: "initiative_timeline",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FollowsOn",
                table: "initiative_timeline",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "initiative_timeline",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBecause",
                table: "initiative_timeline",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Young",
                table: "initiative_timeline",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelledAt",
                table: "council_meetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CancelledBecause",
                table: "council_meetings",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "council_meetings",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Decisions",
                table: "council_meetings",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndsAt",
                table: "council_meetings",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Invitation",
                table: "council_meetings",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "YoungSummary",
                table: "council_meetings",
                type: "character varying(600)",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "From11To13",
                table: "childrens_councils",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "From14To17",
                table: "childrens_councils",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "MandateFrom",
                table: "childrens_councils",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "MandateTo",
                table: "childrens_councils",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Meets",
                table: "childrens_councils",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reach",
                table: "childrens_councils",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SupportForAgenda",
                table: "childrens_councils",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CouncilUntil",
                table: "cards",
                type: "date",
                nullable: true);

            // Answers given so far, word for word.
            migrationBuilder.Sql(
                """
                INSERT INTO recommendation_answers ("RecommendationId", "Position", "At", "Decision", "Text", "Young", "Office", "Follows") SELECT "Id", 1, "AnsweredAt", "Decision", "AnswerReason", '', "AnsweredBy", '' FROM recommendations WHERE "AnsweredAt" IS NOT NULL AND "Decision" IS NOT NULL;
                """);

            // What was to be talked about stays to be read with the invitation.
            migrationBuilder.Sql(
                """
                UPDATE council_meetings SET "Invitation" = "Agenda", "EndsAt" = "StartsAt" + interval '2 hours', "ChangedAt" = "StartsAt";
                """);

            // How often each measure was reported on, and when last.
            migrationBuilder.Sql(
                """
                UPDATE measures SET "Reports" = (SELECT COUNT(*) FROM progress_updates u WHERE u."MeasureId" = measures."Id"), "ReportedAt" = COALESCE((SELECT MAX(u."At") FROM progress_updates u WHERE u."MeasureId" = measures."Id"), now());
                """);

            migrationBuilder.DropColumn(
                name: "AnswerReason",
                table: "recommendations");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "recommendations");

            migrationBuilder.DropColumn(
                name: "AnsweredBy",
                table: "recommendations");

            migrationBuilder.DropColumn(
                name: "Agenda",
                table: "council_meetings");

            migrationBuilder.DropIndex(
                name: "IX_recommendations_LocalityId_Number",
                table: "recommendations");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "AdoptedOn",
                table: "recommendations",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.CreateIndex(
                name: "IX_recommendations_LocalityId_Number",
                table: "recommendations",
                columns: new[] { "LocalityId", "Number" },
                unique: true,
                filter: "\"Number\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_agenda_points_ContributionId",
                table: "agenda_points",
                column: "ContributionId");

            migrationBuilder.CreateIndex(
                name: "IX_agenda_points_InitiativeId",
                table: "agenda_points",
                column: "InitiativeId");

            migrationBuilder.CreateIndex(
                name: "IX_agenda_points_MeetingId_ContributionId",
                table: "agenda_points",
                columns: new[] { "MeetingId", "ContributionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agenda_points_MeetingId_InitiativeId",
                table: "agenda_points",
                columns: new[] { "MeetingId", "InitiativeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_council_contributions_AuthorId",
                table: "council_contributions",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_council_contributions_LocalityId_Kind_Stage",
                table: "council_contributions",
                columns: new[] { "LocalityId", "Kind", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_council_contributions_RecommendationId",
                table: "council_contributions",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_council_poll_votes_ParticipantId",
                table: "council_poll_votes",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_council_polls_LocalityId_Stage",
                table: "council_polls",
                columns: new[] { "LocalityId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_council_seats_LocalityId",
                table: "council_seats",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_measure_checks_LocalityId",
                table: "measure_checks",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_measure_checks_MeasureId_ParticipantId",
                table: "measure_checks",
                columns: new[] { "MeasureId", "ParticipantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_measure_checks_ParticipantId",
                table: "measure_checks",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_sources_ItemId",
                table: "recommendation_sources",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_remarks_AboutId_Kind_AuthorId",
                table: "remarks",
                columns: new[] { "AboutId", "Kind", "AuthorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_remarks_AuthorId",
                table: "remarks",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_remarks_LocalityId",
                table: "remarks",
                column: "LocalityId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agenda_points");

            migrationBuilder.DropTable(
                name: "budget_lines");

            migrationBuilder.DropTable(
                name: "council_poll_options");

            migrationBuilder.DropTable(
                name: "council_poll_votes");

            migrationBuilder.DropTable(
                name: "council_seats");

            migrationBuilder.DropTable(
                name: "indicator_values");

            migrationBuilder.DropTable(
                name: "measure_checks");

            migrationBuilder.DropTable(
                name: "milestones");

            migrationBuilder.DropTable(
                name: "recommendation_answers");

            migrationBuilder.DropTable(
                name: "recommendation_sources");

            migrationBuilder.DropTable(
                name: "remarks");

            migrationBuilder.DropTable(
                name: "council_contributions");

            migrationBuilder.DropTable(
                name: "council_polls");

            migrationBuilder.DropTable(
                name: "indicators");

            migrationBuilder.DropIndex(
                name: "IX_recommendations_LocalityId_Number",
                table: "recommendations");

            migrationBuilder.DropColumn(
                name: "AddresseeKind",
                table: "recommendations");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "progress_updates");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "progress_updates");

            migrationBuilder.DropColumn(
                name: "Link",
                table: "progress_updates");

            migrationBuilder.DropColumn(
                name: "Article",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "CommittedBani",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "DoubtedAt",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Partners",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "ReportedAt",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Reports",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Risks",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "SpentBani",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "WhatChanges",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "initiative_timeline");

            migrationBuilder.DropColumn(
                name: "Follows",
                table: "initiative_timeline");

            migrationBuilder.DropColumn(
                name: "FollowsOn",
                table: "initiative_timeline");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "initiative_timeline");

            migrationBuilder.DropColumn(
                name: "WithdrawnBecause",
                table: "initiative_timeline");

            migrationBuilder.DropColumn(
                name: "Young",
                table: "initiative_timeline");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "council_meetings");

            migrationBuilder.DropColumn(
                name: "CancelledBecause",
                table: "council_meetings");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "council_meetings");

            migrationBuilder.DropColumn(
                name: "Decisions",
                table: "council_meetings");

            migrationBuilder.DropColumn(
                name: "EndsAt",
                table: "council_meetings");

            migrationBuilder.DropColumn(
                name: "Invitation",
                table: "council_meetings");

            migrationBuilder.DropColumn(
                name: "YoungSummary",
                table: "council_meetings");

            migrationBuilder.DropColumn(
                name: "From11To13",
                table: "childrens_councils");

            migrationBuilder.DropColumn(
                name: "From14To17",
                table: "childrens_councils");

            migrationBuilder.DropColumn(
                name: "MandateFrom",
                table: "childrens_councils");

            migrationBuilder.DropColumn(
                name: "MandateTo",
                table: "childrens_councils");

            migrationBuilder.DropColumn(
                name: "Meets",
                table: "childrens_councils");

            migrationBuilder.DropColumn(
                name: "Reach",
                table: "childrens_councils");

            migrationBuilder.DropColumn(
                name: "SupportForAgenda",
                table: "childrens_councils");

            migrationBuilder.DropColumn(
                name: "CouncilUntil",
                table: "cards");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "AdoptedOn",
                table: "recommendations",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "date",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswerReason",
                table: "recommendations",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "recommendations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnsweredBy",
                table: "recommendations",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Agenda",
                table: "council_meetings",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_recommendations_LocalityId_Number",
                table: "recommendations",
                columns: new[] { "LocalityId", "Number" },
                unique: true);
        }
    }
}
