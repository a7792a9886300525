using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CouncilTextsAreShortTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What children proposed has its words in one place only.
            migrationBuilder.Sql("""UPDATE agenda_points SET "Text" = '' WHERE "ContributionId" IS NOT NULL""");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "agenda_points");

            migrationBuilder.AlterColumn<string>(
                name: "ReasonKey",
                table: "council_contributions",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(80)",
                oldMaxLength: 80,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AuthorBand",
                table: "council_contributions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "council_contributions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsAppealed",
                table: "council_contributions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSuspended",
                table: "council_contributions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "agenda_points",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1000)",
                oldMaxLength: 1000);

            migrationBuilder.Sql(
                """
                UPDATE council_contributions
                SET "AuthorBand" = COALESCE((SELECT p."AgeBand" FROM participants p WHERE p."Id" = council_contributions."AuthorId"), 'From11To13')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AuthorBand",
                table: "council_contributions");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "council_contributions");

            migrationBuilder.DropColumn(
                name: "IsAppealed",
                table: "council_contributions");

            migrationBuilder.DropColumn(
                name: "IsSuspended",
                table: "council_contributions");

            migrationBuilder.AlterColumn<string>(
                name: "ReasonKey",
                table: "council_contributions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(60)",
                oldMaxLength: 60,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "agenda_points",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "agenda_points",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "");
        }
    }
}
