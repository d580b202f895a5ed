/** The parts of contributions: where they stand and what opens them. */
export const contributionSections = [
  { section: "period", path: "/iuran", needs: "contribution.month.read" },
  { section: "bills", path: "/iuran/tagihan", needs: "bill.read" },
  { section: "unrecorded", path: "/iuran/belum-tercatat", needs: "unrecorded.read" },
  { section: "changes", path: "/iuran/perubahan", needs: "member_change.read" },
  { section: "payers", path: "/iuran/pembayar", needs: "payer.read" },
  { section: "refunds", path: "/iuran/pengembalian", needs: "refund.read" },
  { section: "double", path: "/iuran/rangkap", needs: "double_cover.read" },
  { section: "groups", path: "/iuran/kelompok", needs: "group.read" },
  { section: "payroll", path: "/iuran/potongan", needs: "deduction_batch.read" },
  { section: "remittances", path: "/iuran/setoran", needs: "deduction_batch.read" },
  { section: "tariff", path: "/iuran/tarif", needs: "tariff.read" },
  { section: "books", path: "/iuran/buku", needs: "ledger.books.read" },
  { section: "account", path: "/iuran/rekening", needs: "receiving_account.history.read" },
] as const;

export type ContributionSection = (typeof contributionSections)[number]["section"];
