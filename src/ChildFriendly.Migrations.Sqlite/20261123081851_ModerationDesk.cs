using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ModerationDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "open_answers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cuts",
                table: "moderation_cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Found",
                table: "moderation_cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "HeldUntil",
                table: "moderation_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OpinionAskedById",
                table: "moderation_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpinionNote",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReasonKey",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sentence",
                table: "moderation_cases",
                type: "TEXT",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "initiative_timeline",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "initiative_timeline",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "redactions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Original = table.Column<string>(type: "TEXT", nullable: false),
                    Cuts = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ObjectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redactions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_redactions_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_moderation_cases_HeldUntil",
                table: "moderation_cases",
                column: "HeldUntil",
                filter: "\"HeldUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_redactions_ItemId",
                table: "redactions",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_redactions_LocalityId_Stage",
                table: "redactions",
                columns: new[] { "LocalityId", "Stage" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redactions");

            migrationBuilder.DropIndex(
                name: "IX_moderation_cases_HeldUntil",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "open_answers");

            migrationBuilder.DropColumn(
                name: "About",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Cuts",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Found",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "OpinionAskedById",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "OpinionNote",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "ReasonKey",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "Sentence",
                table: "moderation_cases");

            migrationBuilder.DropColumn(
                name: "About",
                table: "initiative_timeline");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "initiative_timeline");
        }
    }
}
