import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { CommandError } from "./command-error.ts";

/** Where the city that commands work on keeps its data: TUWAI_DATA, else `.data`. */
export function dataFolder(): string {
  return resolve(process.env["TUWAI_DATA"] ?? ".data");
}

/** A forgotten `TUWAI_DATA` would otherwise make an empty city and report that its clock was moved. */
export function refuseWithoutCity(): void {
  const dataDir = dataFolder();
  if (process.env["DATABASE_URL"] || existsSync(join(dataDir, "pg"))) return;
  const message = `Belum ada kota di ${dataDir}: jalankan npm start, atau sebutkan mapnya dengan TUWAI_DATA.`;
  throw new CommandError("not-set-up", message);
}
