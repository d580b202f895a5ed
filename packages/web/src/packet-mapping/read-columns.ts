import type { PacketColumn, PacketField } from "@tuwai/server/packet-mapping";

/** One row of the form as typed: which place the field takes (empty: none) and under which heading. */
export type TypedRow = { readonly field: PacketField; readonly order: string; readonly header: string };

/** The columns in their order; fields whose place is no whole number from 1 otherwise. Equal places keep the form's order. */
export function readColumns(
  rows: readonly TypedRow[],
): { readonly columns: readonly PacketColumn[] } | { readonly faulty: readonly PacketField[] } {
  const faulty = rows.filter(({ order }) => order !== "" && !/^[1-9]\d{0,2}$/.test(order));
  if (faulty.length > 0) return { faulty: faulty.map(({ field }) => field) };
  const used = rows.filter(({ order }) => order !== "");
  const sorted = used.toSorted((a, b) => Number(a.order) - Number(b.order));
  return { columns: sorted.map(({ field, header }) => ({ field, header })) };
}
