import { mostBillBytes } from "@tuwai/server/bills";
import { mostReportBytes } from "@tuwai/server/budget-reports";
import { limitsFor, mostPaperBytes } from "@tuwai/server/files";
import type { UploadRoute } from "@tuwai/server/http";
import { mostResultBytes } from "@tuwai/server/payroll";

/** Where files larger than a form may come in; the largest kind decides, the use case then checks its own. */
export const uploadRoutes: readonly UploadRoute[] = [
  { path: "/impor/baru", maxBytes: limitsFor("dtsen").bytes + 1024 * 1024 },
  { path: "/iuran/potongan/:kode/hasil", maxBytes: mostResultBytes + 1024 * 1024 },
  { path: "/anggaran/komitmen/:desa/laporan", maxBytes: mostReportBytes + 1024 * 1024 },
  { path: "/anggaran/komitmen/:desa/langkah/:kelompok", maxBytes: mostPaperBytes + 1024 * 1024 },
  { path: "/iuran/tagihan", maxBytes: mostBillBytes + 1024 * 1024 },
  { path: "/klaim/:kode", maxBytes: mostPaperBytes + 1024 * 1024 },
  { path: "/tindak-lanjut/:id", maxBytes: mostPaperBytes + 1024 * 1024 },
  { path: "/rakor/:kode/berita-acara/pindaian", maxBytes: mostPaperBytes + 1024 * 1024 },
  { path: "/iuran/setoran", maxBytes: mostPaperBytes + 1024 * 1024 },
];
