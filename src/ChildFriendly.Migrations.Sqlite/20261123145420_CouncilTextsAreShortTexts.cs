using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Sqlite.Migrations
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

            migrationBuilder.AddColumn<string>(
                name: "AuthorBand",
                table: "council_contributions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "council_contributions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsAppealed",
                table: "council_contributions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSuspended",
                table: "council_contributions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "agenda_points",
                type: "TEXT",
                maxLength: 8,
                nullable: false,
                defaultValue: "");
        }
    }
}
