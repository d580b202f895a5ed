import { verifyLedger } from "@tuwai/server/ledger";
import type { AddCommands } from "./command-feature.ts";
import { withApp } from "./with-app.ts";

/** `tuwai ledger verify`: whether the books, the trail and the events of cover are as they were written; 2 where a row does not fit. */
export const addLedgerCommands: AddCommands = (program, reply) => {
  program
    .command("ledger")
    .summary("Keutuhan buku besar, jejak audit dan catatan perlindungan")
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
  unbalanced: "debit dan kreditnya tidak sama",
  balance: "saldonya bukan jumlah pembukuannya",
  sign: "saldonya terbalik",
  mirror: "pembalikannya bukan cerminnya",
} as const;
