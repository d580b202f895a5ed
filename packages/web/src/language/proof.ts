import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Bulan demi bulan",
  month: "Bulan",
  promised: "Dijanjikan",
  deducted: "Dipotong",
  notDeducted: "tidak terpotong",
  received: "Diterima BPJS",
  ahead: "dibayar di muka",
  states: {
    received: "diterima",
    partly: "sebagian",
    "not-yet": "menunggu",
    late: "belum diterima",
  },
  some: (workers: string, of: string, day: string) => `${workers} dari ${of} pekerja, ${day}`,
  byOthers: (n: string) =>
    `${n} pekerja dibayar dana lain bulan ini. Pekerja tetap terlindungi; Anda tidak berutang.`,
  late: "Bulan ini sudah lewat dan BPJS belum mencatat penerimaannya. Tanyakan ke bendahara atau pengelola program.",
  older: (n: number) => `${n} bulan sebelumnya`,
  own: (n: string) => `Dari Anda, ${n} bulan`,
  others: (n: string) => `Dari dana lain, ${n} bulan`,
  threeSteps:
    "Dijanjikan menurut mandat Anda, dipotong menurut hasil gaji dari bendahara, diterima menurut daftar penerimaan BPJS.",
  twoSteps:
    "Dijanjikan menurut mandat Anda, diterima menurut daftar penerimaan BPJS. Belum ada hasil potongan dari bendahara Anda, jadi langkah itu tidak ditampilkan.",
  leadUnbroken: (workers: number, months: number) =>
    `Anda melindungi ${workers} pekerja, ${months} bulan tanpa putus.`,
  earlier: "Mandat sebelumnya",
  earlierLine: (code: string, from: string, until: string, workers: number) =>
    `${code}: ${workers} pekerja, mulai ${from}, berhenti mulai ${until}`,
} as const;

const en: Texts<typeof id> = {
  title: "Month by month",
  month: "Month",
  promised: "Promised",
  deducted: "Deducted",
  notDeducted: "not deducted",
  received: "Received by BPJS",
  ahead: "paid ahead",
  states: {
    received: "received",
    partly: "in part",
    "not-yet": "on its way",
    late: "not received",
  },
  some: (workers, of, day) => counted`${workers} of ${of} [worker|workers], ${day}`,
  byOthers: (n) =>
    counted`Another fund paid for ${n} [worker|workers] this month. They stay protected; you owe nothing.`,
  late: "This month is over and BPJS has not recorded it. Ask the treasurer or the programme manager.",
  older: (n) => (n === 1 ? "1 month before" : `${n} months before`),
  own: (n) => `From you, ${n} months`,
  others: (n) => `From other funds, ${n} months`,
  threeSteps:
    "Promised by your pledge, deducted by the treasurer's result of payroll, received by the list of receipts of BPJS.",
  twoSteps:
    "Promised by your pledge, received by the list of receipts of BPJS. Your treasurer has not told what was deducted yet, so that step is not shown.",
  leadUnbroken: (workers, months) =>
    counted`You protect ${workers} [worker|workers], ${months} [month|months] without a gap.`,
  earlier: "Earlier pledges",
  earlierLine: (code, from, until, workers) =>
    counted`${code}: ${workers} [worker|workers], from ${from}, stopped from ${until}`,
};

export const proofTexts: TextPair<typeof id> = { id, en };
