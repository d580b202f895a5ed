import { verifyLedger } from "@tuwai/server/audit";
import type { AddCommands } from "./command-feature.ts";
import { withApp } from "./with-app.ts";

/** `tuwai ledger verify`: whether trail and events of cover are as they were written; 2 where a row does not fit. */
export const addLedgerCommands: AddCommands = (program, reply) => {
  program
    .command("ledger")
    .summary("Keutuhan jejak audit dan catatan perlindungan")
    .command("verify")
    .summary("Memeriksa bahwa tidak ada catatan yang diubah, dihapus atau disisipkan")
    .action(async () => {
      const state = await withApp(verifyLedger);
      const { entries, firstFault } = state;
      reply({
        document: state,
        exitCode: state.ok ? 0 : 2,
        text: () =>
          firstFault === null
            ? `${entries} catatan utuh.`
            : `Ada catatan yang tidak cocok (${words[firstFault.kind]}): ${firstFault.source} ${firstFault.id ?? ""}\nJangan ubah apa pun; simpan cadangan terakhir dan hubungi Inspektorat.`,
      });
    });
};

const words = {
  changed: "isinya diubah",
  removed: "dihapus",
  inserted: "disisipkan",
  broken: "rantainya putus",
} as const;
