using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CardLifetime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "BandConfirmedOn",
                table: "participants",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "MadeOn",
                table: "card_batches",
                type: "TEXT",
                nullable: true);

            // Whoever has joined has said then how old they are.
            migrationBuilder.Sql("""UPDATE participants SET "BandConfirmedOn" = "JoinedOn" """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BandConfirmedOn",
                table: "participants");

            migrationBuilder.DropColumn(
                name: "MadeOn",
                table: "card_batches");
        }
    }
}
