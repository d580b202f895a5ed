import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { byHandFiles } from "./load-demo-city.ts";

/** The city that `npm start` restores; `tuwai demo prepare` makes it. */
export const preparedCity = resolve(import.meta.dirname, "../../prepared/kota-contoh.tuwai");

const truth = join("kebenaran", "berkas.json");

/**
 * Files of a demo's folder that are still needed once its lists are in: those left to be taken in by hand, what is known of all of
 * them, and what the demo itself wrote down. The other lists are in the city.
 */
export function listKeptFiles(folder: string): readonly string[] {
  const own = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return [...own.map(({ name }) => name), truth, ...byHandFiles(folder).map((file) => join("berkas", file))];
}
