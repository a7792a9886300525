using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LanguageOfWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "options",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "ro");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "initiatives",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "ro");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Language",
                table: "options");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "initiatives");
        }
    }
}
