import { resolve } from "node:path";
import { restoreBackup, writeBackup, writePlain } from "@tuwai/server/backup";
import { noteBackup, noteLeaving } from "@tuwai/server/upkeep";
import { loadKeys } from "@tuwai/server/keys";
import { readConfig } from "@tuwai/city/runtime";
import { Argument } from "commander";
import { join } from "node:path";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";
import { withApp, withDatabase } from "./with-app.ts";

/** `tuwai backup FILE`: one sealed file of one moment. */
export const addBackupCommands: AddCommands = (program, reply) => {
  program
    .command("backup")
    .summary("Menyimpan cadangan kota dalam satu berkas tersegel")
    .addArgument(new Argument("<berkas>", "tujuan; kunci tidak ikut, simpan terpisah"))
    .action(async (path: string) => {
      const summary = await withApp(async (app) => {
        const written = await writeBackup(app.config, app.keys, resolve(path), say);
        await noteBackup(app, written);
        return written;
      });
      reply({
        document: summary,
        text: () =>
          `${summary.rows} baris dari ${summary.tables} tabel dan ${summary.files} berkas tersimpan di ${summary.path}`,
      });
    });
};

/** Progress, beside the answer. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** `tuwai restore FILE`: into an empty database, all or nothing. */
export const addRestoreCommands: AddCommands = (program, reply) => {
  program
    .command("restore")
    .summary("Memulihkan cadangan ke basis data kosong")
    .addArgument(new Argument("<berkas>", "cadangan dari tuwai backup"))
    .action(async (path: string) => {
      const done = await withDatabase(async (databaseUrl, dataDir) => {
        const config = readConfig({ ...process.env, DATABASE_URL: databaseUrl, TUWAI_DATA: dataDir });
        const keys = loadKeys(join(dataDir, "keys"), () => {
          throw new CommandError("not-set-up", "Letakkan dahulu berkas kunci kota di folder data.");
        });
        return restoreBackup(config, keys, resolve(path));
      });
      reply({ document: done, text: () => `${done.rows} baris dipulihkan, keadaan per ${done.madeAt}` });
    });
};

/** `tuwai leave FOLDER`: everything the city has recorded as plain tables, for another program. */
export const addLeaveCommands: AddCommands = (program, reply) => {
  program
    .command("leave")
    .summary("Membawa seluruh catatan kota keluar sebagai CSV tanpa segel")
    .addArgument(new Argument("<map>", "map baru; isinya serahasia kunci kota"))
    .action(async (folder: string) => {
      const summary = await withApp(async (app) => {
        const written = await writePlain(app.config, app.keys, resolve(folder), say);
        await noteLeaving(app, written);
        return written;
      });
      reply({
        document: summary,
        text: () =>
          `${summary.rows} baris dari ${summary.tables} tabel di ${summary.folder}.\nNIK di dalamnya terbaca: simpan terkunci, hapus sesudah dipindahkan.`,
      });
    });
};
