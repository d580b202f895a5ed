import { join } from "node:path";
import { rotateKeyFile } from "@tuwai/server/keys";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";
import { dataFolder } from "./data-folder.ts";

/** `tuwai keys rotate`: new seals use a new key from now on; older rows still open with theirs. */
export const addKeysCommands: AddCommands = (program, reply) => {
  const group = program.command("keys").summary("Kunci penyegel data").description("Kunci penyegel data");
  group
    .command("rotate")
    .summary("Menambah kunci baru untuk penyegelan berikutnya")
    .action(() => {
      if (process.env["TUWAI_KEYS"]) {
        throw new CommandError(
          "not-set-up",
          "Kunci diberikan lewat TUWAI_KEYS: putar kunci di tempat asalnya.",
        );
      }
      const path = join(dataFolder(), "keys");
      const { fingerprint } = rotate(path);
      reply({
        document: { rotated: true, fingerprint },
        text: () =>
          `Kunci baru dipakai sesudah program dimulai ulang. Simpan salinan baru ${path} di tempat aman.`,
      });
    });
};

function rotate(path: string): { readonly fingerprint: string } {
  try {
    return rotateKeyFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new CommandError(
      "not-set-up",
      `Berkas kunci ${path} belum ada. Jalankan npm start dahulu.`,
      {},
      error,
    );
  }
}
