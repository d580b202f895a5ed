import { sumRupiah, type Rupiah } from "#money";
import type { CheckedRow, MappedRow } from "#intake";
import { readAmount } from "#cells";
import type { FileRemark } from "#intake";

export type MoneyCheck = {
  readonly add: (checked: CheckedRow) => void;
  readonly addNote: (note: MappedRow) => void;
  readonly remarks: () => FileRemark[];
};

/**
 * Amounts of a whole file: written in one way, and adding up to the total the file itself states. Of several totals
 * (pages, then all) one has to agree. Where an amount could not be read nothing can be compared.
 */
export function createMoneyCheck(): MoneyCheck {
  const amounts: Rupiah[] = [];
  const stated: Rupiah[] = [];
  const groupings = new Set<string>();
  let isReadable = true;
  return {
    add({ values, issues, grouping }) {
      if (values.amount !== undefined) amounts.push(values.amount);
      if (issues.some(({ code }) => code === "E-AMOUNT" || code === "E-FORMULA" || code === "E-CSV"))
        isReadable = false;
      if (grouping !== undefined) groupings.add(grouping);
    },
    addNote(note) {
      const cell = note.fields.amount;
      const reading = cell === undefined ? null : readAmount(cell.text);
      if (reading?.status === "read") stated.push(reading.amount);
    },
    remarks() {
      const locale: FileRemark[] =
        groupings.size > 1 ? [{ code: "E-LOCALE", details: { field: "amount" } }] : [];
      const computed = sumRupiah(amounts);
      const largest = stated.toSorted((a, b) => b - a)[0];
      if (largest === undefined || !isReadable || stated.includes(computed)) return locale;
      return [...locale, { code: "E-TOTAL", details: { stated: largest, computed } }];
    },
  };
}
