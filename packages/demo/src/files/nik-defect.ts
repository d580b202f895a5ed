import { readNik } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";

/** What an importer must find wrong with a NIK that was written with a fault; `nik-slip` when it cannot see any. */
export function nikDefect(written: string, asOf: CivilDate): string {
  const { status } = readNik(written, asOf);
  if (status === "kosong") return "nik-missing";
  if (status === "format-salah") return "nik-length";
  if (status === "placeholder") return "nik-placeholder";
  if (status === "daerah-tidak-ada") return "nik-impossible-region";
  return status === "tanggal-mustahil" ? "nik-impossible-date" : "nik-slip";
}
