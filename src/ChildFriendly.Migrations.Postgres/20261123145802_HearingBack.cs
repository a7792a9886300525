using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class HearingBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "GroupSize",
                table: "initiatives",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TrackingHash",
                table: "initiatives",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_initiatives_TrackingHash",
                table: "initiatives",
                column: "TrackingHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_initiatives_TrackingHash",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "GroupSize",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "TrackingHash",
                table: "initiatives");
        }
    }
}
