import type { Letter } from "#accounts";

/** Counts of one desk's area on a day. */
export type DigestCounts = {
  readonly days: number;
  readonly urgent: number;
  readonly later: number;
  readonly villageOwes: number;
  readonly ended: number;
  readonly rescued: number;
  readonly untold: number;
};

/**
 * The weekly letter, Indonesian first: counts and where to act. It names no worker, no payer and no place, as it lies in mailboxes that
 * the city does not keep.
 */
export function digestLetter(counts: DigestCounts, address: string | null): Letter {
  const { days, urgent, later, villageOwes, ended, rescued, untold } = counts;
  const where = address === null ? "" : `${address}/kepesertaan/tunggakan`;
  return {
    subject: `TuWai KeTan: ${urgent} pekerja kehilangan perlindungan dalam ${days} hari`,
    text: [
      "Ringkasan mingguan tunggakan.",
      "",
      `Dalam ${days} hari: ${urgent} pekerja, ${rescued} di antaranya sedang diselamatkan`,
      `Sesudahnya: ${later} pekerja`,
      `Aparatur yang desanya menunggak: ${villageOwes}`,
      `Sudah berakhir dalam 90 hari terakhir: ${ended}`,
      `Penanggungnya belum diberi tahu: ${untold}`,
      "",
      where === "" ? "Buka TuWai KeTan, halaman Tunggakan." : `Daftarnya: ${where}`,
      "Surat ini tidak memuat nama. Tidak ada pesan yang dikirim kepada penanggung tanpa Anda.",
      "",
      "---",
      "Weekly summary of arrears.",
      `Within ${days} days: ${urgent}, of whom ${rescued} are being rescued. Later: ${later}. Village owes: ${villageOwes}. Ended: ${ended}. Payer not told: ${untold}.`,
      where === "" ? "Open TuWai KeTan, page Arrears." : where.replace(/(?=\/kepesertaan)/, "/en"),
    ].join("\n"),
  };
}
