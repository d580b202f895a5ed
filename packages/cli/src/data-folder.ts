import { resolve } from "node:path";

/** Where the city that commands work on keeps its data: TUWAI_DATA, else `.data`. */
export function dataFolder(): string {
  return resolve(process.env["TUWAI_DATA"] ?? ".data");
}
