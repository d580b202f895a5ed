import type {
  Benefit,
  CoverExplanation,
  CoverQuestion,
  CoverState,
  ExplainedMonth,
} from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { dateText, monthText, paragraphs, rupiahText, tableText, unconfirmedText } from "./indonesian.ts";

/** The explanation for people: state, days that matter, months, benefits, and what has to be asked. */
export function coverText(explanation: CoverExplanation, on: CivilDate): string {
  const { state, dates, months, ifDeath, refunds, questions, settings } = explanation;
  return paragraphs(
    `Pada ${dateText(on)}: ${stateTexts[state]}`,
    tableText([
      ["Terlindungi sejak", day(dates.coveredFrom)],
      ["Dibayar sampai", day(dates.paidUntil)],
      ["Iuran berikutnya paling lambat", day(dates.dueOn)],
      ["Santunan kematian penuh mulai", day(dates.fullDeathBenefitFrom)],
      ["Aman diselamatkan sampai", day(dates.safeRescueDay)],
      ["Hari terakhir untuk diselamatkan", day(dates.lastRescueDay)],
      ["Berakhir bila tidak dibayar", day(dates.endsOn)],
      ["Beasiswa (JKM) mulai", day(dates.scholarshipFrom)],
    ]),
    tableText(months.map((month) => [monthText(month.month), stateTexts[month.state], evidenceText(month)])),
    tableText([
      ["Santunan bila meninggal, perkiraan menurut aturan"],
      ["  karena sakit atau usia", benefitText(ifDeath.natural)],
      ["  karena kecelakaan kerja", benefitText(ifDeath.workAccident)],
    ]),
    refunds.length === 0 ? "" : ["Uang yang perlu dikembalikan:", ...refunds.map(refundText)].join("\n"),
    questions.length === 0 ? "" : ["Perlu ditanyakan:", ...questions.map(questionText)].join("\n"),
    unconfirmedText(settings),
  );
}

function day(date: CivilDate | null): string {
  return date === null ? "–" : dateText(date);
}

/** States as people read them. */
export const stateTexts: Record<CoverState, string> = {
  "not-registered": "belum terdaftar",
  waiting: "menunggu diterima BPJS",
  "waiting-first-payment": "diterima BPJS, menunggu iuran pertama",
  rejected: "ditolak BPJS",
  covered: "terlindungi",
  due: "terlindungi, iuran bulan ini belum jatuh tempo",
  "grace-1": "menunggak, bulan ke-1",
  "grace-2": "menunggak, bulan ke-2",
  "grace-3": "menunggak, bulan ke-3 (terakhir)",
  "village-owes": "terdaftar, desa menunggak",
  listed: "hanya ada di daftar BPJS, pembayarannya tidak diketahui",
  ended: "berakhir",
  died: "meninggal",
};

function evidenceText({ evidence }: ExplainedMonth): string {
  return evidence
    .map((event) => {
      const payer = "payer" in event && event.payer !== undefined ? ` (${event.payer})` : "";
      return `${event.type} ${event.type === "listed" ? event.asOf : event.on}${payer}`;
    })
    .join(", ");
}

function benefitText({ amount, certainty, ifSettled, scholarship }: Benefit): string {
  if (amount === null) {
    const settled =
      ifSettled === undefined ? "" : `; ${rupiahText(ifSettled)} bila tunggakan yang dilunasi diakui`;
    return `belum pasti${settled}`;
  }
  const open = certainty === "open" ? ", belum pasti" : "";
  const school = scholarship.ceiling ? `, beasiswa anak sampai ${rupiahText(scholarship.ceiling)}` : "";
  return `${rupiahText(amount)}${school}${open}`;
}

const refundTexts: Record<CoverExplanation["refunds"][number]["reason"], string> = {
  "after-death": "bulan sesudah kematian",
  "received-after-death": "diterima sesudah kematian",
  "paid-twice": "dibayar dua kali",
  "after-end": "kepesertaan sudah berakhir",
};

function refundText({ month, amount, payer, reason }: CoverExplanation["refunds"][number]): string {
  const sum = amount === null ? "jumlah tidak diketahui" : rupiahText(amount);
  return `- ${monthText(month)}: ${sum} kepada ${payer ?? "pembayar yang tidak disebut"}, ${refundTexts[reason]}`;
}

const questionTexts: Record<CoverQuestion["code"], string> = {
  "double-payer": "dua pihak membayar bulan yang sama",
  "paid-twice": "satu pihak membayar dua kali",
  underpaid: "iuran dibayar kurang, bulan itu belum terlindungi",
  "payment-outside-membership": "pembayaran di luar masa kepesertaan",
  "payment-after-end": "pembayaran setelah kepesertaan berakhir, perlu dikembalikan",
  "reversal-without-payment": "pembatalan tanpa pembayaran",
  "unpaid-month-passed-over": "bulan terlewati, bulan sesudahnya dibayar",
  "first-contribution-unpaid": "iuran pertama belum dibayar",
  "registered-while-member": "didaftarkan lagi padahal masih peserta",
  "membership-presumed": "dibayar setelah berakhir: tanyakan BPJS apakah tiga bulan dihitung ulang",
  "membership-start-unknown": "awal kepesertaan hanya diketahui dari daftar BPJS",
  "list-says-inactive": "daftar BPJS menyebut tidak aktif",
  "registered-too-young": "belum cukup umur saat diterima; tanyakan BPJS apakah kepesertaannya sah",
  "registered-at-65-or-older": "berusia 65 tahun atau lebih saat diterima",
  "turns-65": "akan berusia 65 tahun; setelah itu tidak dapat mendaftar ulang",
  "over-65-cannot-return": "sudah 65 tahun; bila berakhir tidak dapat mendaftar ulang",
  "accident-outside-cover": "kecelakaan pada hari tanpa perlindungan",
  "moved-away": "pindah dari kota",
  "formal-job": "mendapat pekerjaan berupah",
  "death-in-grace": "meninggal saat menunggak: apakah dibayar setelah tunggakan lunas?",
  "recorded-after-death": "ada catatan setelah hari kematian",
  "village-owes": "iuran desa belum dibayar",
};

function questionText(question: CoverQuestion): string {
  const when =
    "month" in question ? monthText(question.month) : "on" in question ? dateText(question.on) : "";
  return `- ${[when, questionTexts[question.code]].filter((part) => part !== "").join(": ")}`;
}
