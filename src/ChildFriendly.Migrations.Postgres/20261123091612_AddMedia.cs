using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChildFriendly.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddMedia : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "initiative_pictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AlternativeText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShowsFaces = table.Column<bool>(type: "boolean", nullable: true),
                    ShowsNames = table.Column<bool>(type: "boolean", nullable: true),
                    ShowsHouseNumbers = table.Column<bool>(type: "boolean", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    EraseOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_initiative_pictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_initiative_pictures_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_initiative_pictures_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voice_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    LocalityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seconds = table.Column<int>(type: "integer", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Transcript = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    EraseOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HasSound = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_voice_messages_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_voice_messages_localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "picture_files",
                columns: table => new
                {
                    PictureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_picture_files", x => x.PictureId);
                    table.ForeignKey(
                        name: "FK_picture_files_initiative_pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "initiative_pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "voice_files",
                columns: table => new
                {
                    VoiceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice_files", x => x.VoiceId);
                    table.ForeignKey(
                        name: "FK_voice_files_voice_messages_VoiceId",
                        column: x => x.VoiceId,
                        principalTable: "voice_messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_initiative_pictures_EraseOn",
                table: "initiative_pictures",
                column: "EraseOn");

            migrationBuilder.CreateIndex(
                name: "IX_initiative_pictures_InitiativeId",
                table: "initiative_pictures",
                column: "InitiativeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_initiative_pictures_LocalityId",
                table: "initiative_pictures",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_voice_messages_EraseOn",
                table: "voice_messages",
                column: "EraseOn");

            migrationBuilder.CreateIndex(
                name: "IX_voice_messages_InitiativeId",
                table: "voice_messages",
                column: "InitiativeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_voice_messages_LocalityId",
                table: "voice_messages",
                column: "LocalityId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "picture_files");

            migrationBuilder.DropTable(
                name: "voice_files");

            migrationBuilder.DropTable(
                name: "initiative_pictures");

            migrationBuilder.DropTable(
                name: "voice_messages");
        }
    }
}
