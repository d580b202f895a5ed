import type { ExportedFile, ExportFormat, ExportTable } from "#exports";
import { newExportCode, writeTable } from "#exports";
import { read } from "#use-case";
import { budgetOf } from "@tuwai/domain/commitments";
import { requireYear } from "./list-commitments.ts";
import { readYear } from "./read-year.ts";

type Input = { readonly year?: number; readonly format: ExportFormat };

/** Every village and group of the reader's area as a table; it names nobody. Its code stands in every row and in the trail. */
export const exportCommitments = read(
  { purpose: "commitment-file", permission: "village_commitment.file" },
  async (step, input: Input): Promise<ExportedFile & { readonly fileName: string }> => {
    const year = requireYear(input.year, step.today);
    const code = newExportCode();
    const { villages } = await readYear(step, { year });
    const rows = villages.flatMap(({ villageCode, name, kind, groups }) =>
      groups
        .filter(({ isApplicable }) => isApplicable)
        .map(({ group, heads, need, commitment: c, status }) => [
          villageCode,
          name,
          kind,
          group,
          heads.people,
          heads.people - heads.unprotected,
          heads.unprotected,
          need?.total ?? null,
          c?.state ?? "belum",
          c?.heads ?? null,
          c?.months ?? null,
          c?.promised ?? null,
          c?.source ?? null,
          c?.account ?? null,
          c?.initial ?? null,
          c?.changed ?? null,
          c === null ? null : budgetOf(c),
          c?.paid ?? null,
          status,
          code,
        ]),
    );
    const details = { year, rows: rows.length };
    await step.audit({ action: "commitment.export", objectType: "export", objectId: code, details });
    const stamp = { sheet: "Komitmen", title: `${year} ${code}`, writtenAt: step.now.getTime() };
    const bytes = await writeTable({ columns, rows }, { format: input.format, ...stamp });
    return { code, rows: rows.length, bytes, fileName: `komitmen-${year}-${code}.${input.format}` };
  },
);

const columns: ExportTable["columns"] = [
  { header: "Kode Wilayah", kind: "text" },
  { header: "Desa/Kelurahan", kind: "text" },
  { header: "Jenis", kind: "text" },
  { header: "Kelompok", kind: "text" },
  { header: "Orang", kind: "number" },
  { header: "Sudah Terlindungi", kind: "number" },
  { header: "Belum Terlindungi", kind: "number" },
  { header: "Kebutuhan", kind: "rupiah" },
  { header: "Keadaan", kind: "text" },
  { header: "Orang Dijanjikan", kind: "number" },
  { header: "Bulan", kind: "number" },
  { header: "Dijanjikan", kind: "rupiah" },
  { header: "Sumber", kind: "text" },
  { header: "Kode Rekening", kind: "text" },
  { header: "Anggaran Murni", kind: "rupiah" },
  { header: "Anggaran Perubahan", kind: "rupiah" },
  { header: "Dianggarkan", kind: "rupiah" },
  { header: "Dibayar", kind: "rupiah" },
  { header: "Status", kind: "text" },
  { header: "Tanda Unduhan", kind: "text" },
];
