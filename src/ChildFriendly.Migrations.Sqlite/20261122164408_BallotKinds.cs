using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BallotKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "BudgetBani",
                table: "questions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "questions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Points",
                table: "questions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "questions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Approval");

            migrationBuilder.AddColumn<long>(
                name: "CostBani",
                table: "options",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BudgetBani",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "Points",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "Rule",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "CostBani",
                table: "options");
        }
    }
}
