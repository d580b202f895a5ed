import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

type Message = {
  readonly to: string;
  readonly workers: string;
  readonly until: string;
  readonly sum: string | null;
};

const id = {
  title: "Tunggakan dan penyelamatan",
  finding: (n: string) => `${n} orang kehilangan perlindungan dalam 30 hari bila tidak diselamatkan`,
  noFinding: "Tidak ada yang kehilangan perlindungan dalam 30 hari",
  noFindingNext: "Lihat yang 60 dan 90 hari lagi: lebih awal lebih murah.",
  lead: (sum: string) => `${sum} melunasi tunggakan mereka.`,
  leadNobodyPays: "Belum ada yang terutang, tetapi belum ada pula yang akan membayar.",
  withoutPrice: (n: string) => `Tarif ${n} orang belum diketahui.`,
  leadStake: (sum: string) => `Yang hilang bila tidak: santunan kematian ${sum} untuk keluarga mereka.`,
  filter: "Saring menurut desa, penanggung, atau sebab",
  tellPayers: (n: string) => `Beri tahu ${n} pembayar`,
  findPayer: (n: string) => `Carikan penanggung: ${n} orang`,
  buckets: "Sisa hari",
  bucketNames: {
    "30": "Dalam 30 hari",
    "60": "31–60 hari",
    "90": "61–90 hari",
    village: "Desa menunggak",
    ended: "Sudah berakhir",
  },
  bucketCount: (name: string, n: string) => `${name} ${n}`,
  caption: (date: string) => `Menurut sisa hari, per ${date}`,
  village: "Desa atau kelurahan",
  payer: "Penanggung",
  cause: "Sebab",
  all: "Semua",
  nobody: "Penanggung tidak diketahui",
  causes: {
    "payer-ended": "Tidak ada penanggung",
    underpaid: "Dibayar kurang",
    "not-received": "Iuran belum diterima BPJS",
  },
  payerEndedSince: (month: string) => `Penanggung berhenti, tidak ada yang membayar sejak ${month}`,
  paidUntil: (month: string) => `dibayar sampai ${month}`,
  none: "Tidak ada orang di sini.",
  noneNext: "Pilih sisa hari yang lain, atau hapus saringan.",
  columns: {
    person: "Pekerja",
    left: "Batas aman",
    why: "Sebab",
    price: "Penyelamatan",
    stake: "Yang dipertaruhkan",
  },
  until: (date: string, days: number) => (days === 0 ? `${date}, hari ini` : `${date}, ${days} hari lagi`),
  safeDayPast: (date: string) => `Lewat ${date}`,
  atLatest: (date: string) => `paling akhir ${date}`,
  wasDue: (date: string) => `Jatuh tempo ${date}; kepesertaan tetap, desa yang menunggak`,
  endedOn: (date: string) => `Berakhir ${date}`,
  price: (sum: string, months: number) => `${sum} untuk ${months} bulan`,
  nothingOwed: "Belum ada tunggakan; carikan pembayar",
  noPrice: "Tarif belum diketahui",
  newRegistration: "Daftarkan lagi",
  lost: "Sudah tidak terlindungi",
  accident: (sum: string) => `${sum} bila kecelakaan kerja`,
  messages: {
    title: "Pesan per penanggung",
    how: "Tombol membuka WhatsApp dengan teks ini; Anda memilih penerima dan mengirimnya sendiri. Tidak ada nama atau NIK di dalamnya.",
    inVillage: (payer: string, village: string) => `${payer}, ${village}`,
    owes: (workers: string, sum: string) => `${workers} orang, ${sum}`,
    workers: (workers: string) => `${workers} orang`,
    text: ({ to, workers, until, sum }: Message) =>
      [
        `Kepada ${to}:`,
        `Iuran BPJS Ketenagakerjaan ${workers} pekerja belum tercatat diterima BPJS.`,
        ...(sum === null ? [] : [`Jumlahnya ${sum}.`]),
        `Bila tidak dibayar sampai ${until}, perlindungan mereka dapat berakhir.`,
        "Bila sudah dibayar, mohon kirimkan bukti setornya. Daftar orangnya ada di TuWai KeTan, halaman Tunggakan.",
      ].join(" "),
    villageText: ({ to, workers, until, sum }: Message) =>
      [
        `Kepada ${to}:`,
        `Iuran BPJS Ketenagakerjaan ${workers} aparatur belum tercatat diterima BPJS.`,
        ...(sum === null ? [] : [`Jumlahnya ${sum}.`]),
        `Seharusnya dibayar paling lambat ${until}. Selama desa menunggak, santunannya dapat menjadi utang desa.`,
        "Bila sudah dibayar, mohon kirimkan bukti setornya. Daftar orangnya ada di TuWai KeTan, halaman Tunggakan.",
      ].join(" "),
    open: "Buka di WhatsApp",
    mark: (n: string) => `Tandai sudah disampaikan: ${n} orang`,
    told: (n: string) => `Tercatat: penanggung ${n} orang sudah diberi tahu.`,
    nothingOpen: "Tidak ada yang perlu dicatat: semuanya sudah disampaikan atau sudah dibayar.",
    unclear: "Penanggung yang dimaksud tidak jelas. Muat ulang halaman, lalu tandai lagi.",
  },
  howTitle: "Mengapa ada batas aman dan hari terakhir?",
  howDays:
    "Peserta keluar bila tiga bulan berturut-turut tidak dibayar. Ada kantor yang menghitung sebulan lebih cepat; batas aman memakai hitungan yang lebih cepat itu.",
  howMoney:
    "Penyelamatan ialah iuran bulan yang belum dibayar menurut tarif tiap bulan dan sumber dananya. Santunan ialah perkiraan menurut peraturan bila semuanya lunas; santunan selama menunggak belum pasti.",
  howCauses:
    "Yang sudah lunas dan masih punya penanggung tidak ada di sini. Sebab hanya sejauh yang tercatat: penanggung berhenti, dibayar kurang, atau belum ada bukti penerimaan BPJS.",
  tasks: {
    "rescue-workers": {
      text: (n: string) => `${n} pekerja kehilangan perlindungan dalam 30 hari`,
      why: "Iurannya belum diterima, atau tidak ada penanggung",
      action: "Selamatkan",
    },
    "remind-villages": {
      text: (n: string) => `Desa belum membayar iuran ${n} aparatur`,
      why: "Hari jatuh temponya sudah lewat",
      action: "Ingatkan",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: "Arrears and rescue",
  finding: (n: string) =>
    counted`${n} [person|people] [loses|lose] cover within 30 days unless they are rescued`,
  noFinding: "Nobody loses cover within 30 days",
  noFindingNext: "Look at those with 60 and 90 days left: earlier is cheaper.",
  lead: (sum: string) => `${sum} settles what is owed for them.`,
  leadNobodyPays: "Nothing is owed yet, but nobody is going to pay either.",
  withoutPrice: (n: string) => counted`The tariff of ${n} [person|people] is not known.`,
  leadStake: (sum: string) => `Lost otherwise: death benefits of ${sum} for their families.`,
  filter: "Filter by village, payer or cause",
  tellPayers: (n: string) => counted`Tell ${n} [payer|payers]`,
  findPayer: (n: string) => counted`Find a payer: ${n} [person|people]`,
  buckets: "Days left",
  bucketNames: {
    "30": "Within 30 days",
    "60": "31–60 days",
    "90": "61–90 days",
    village: "Village owes",
    ended: "Already ended",
  },
  bucketCount: (name: string, n: string) => `${name} ${n}`,
  caption: (date: string) => `By days left, on ${date}`,
  village: "Village",
  payer: "Payer",
  cause: "Cause",
  all: "All",
  nobody: "Payer not known",
  causes: {
    "payer-ended": "Nobody pays",
    underpaid: "Too little was paid",
    "not-received": "BPJS has not received the contribution",
  },
  payerEndedSince: (month: string) => `The payer stopped; nobody pays from ${month} on`,
  paidUntil: (month: string) => `paid to ${month}`,
  none: "Nobody stands here.",
  noneNext: "Choose other days left, or clear the filters.",
  columns: {
    person: "Worker",
    left: "Safe until",
    why: "Cause",
    price: "Rescue",
    stake: "At stake",
  },
  until: (date: string, days: number) =>
    days === 0 ? `${date}, today` : `${date}, ${days} ${days === 1 ? "day" : "days"} left`,
  safeDayPast: (date: string) => `Past ${date}`,
  atLatest: (date: string) => `${date} at the latest`,
  wasDue: (date: string) => `Was due ${date}; membership stays, the village owes`,
  endedOn: (date: string) => `Ended ${date}`,
  price: (sum: string, months: number) => `${sum} for ${months} ${months === 1 ? "month" : "months"}`,
  nothingOwed: "Nothing owed yet; find a payer",
  noPrice: "Tariff not known",
  newRegistration: "Register again",
  lost: "No longer covered",
  accident: (sum: string) => `${sum} after a work accident`,
  messages: {
    title: "Messages by payer",
    how: "The button opens WhatsApp with this text; you choose the receiver and send it yourself. It holds no name and no NIK.",
    inVillage: (payer: string, village: string) => `${payer}, ${village}`,
    owes: (workers: string, sum: string) => counted`${workers} [person|people], ${sum}`,
    workers: (workers: string) => counted`${workers} [person|people]`,
    text: ({ to, workers, until, sum }: Message) =>
      [
        `To ${to}:`,
        counted`BPJS has not recorded the contributions of ${workers} [worker|workers].`,
        ...(sum === null ? [] : [`They come to ${sum}.`]),
        `Unless they are paid by ${until}, their cover may end.`,
        "If they are paid already, please send the receipt. Who they are stands in TuWai KeTan, on the page Arrears.",
      ].join(" "),
    villageText: ({ to, workers, until, sum }: Message) =>
      [
        `To ${to}:`,
        `BPJS has not recorded the contributions of ${workers} officers.`,
        ...(sum === null ? [] : [`They come to ${sum}.`]),
        `They were due by ${until}. While the village owes, benefits may become its own debt.`,
        "If they are paid already, please send the receipt. Who they are stands in TuWai KeTan, on the page Arrears.",
      ].join(" "),
    open: "Open in WhatsApp",
    mark: (n: string) => counted`Mark as told: ${n} [person|people]`,
    told: (n: string) => counted`Noted: the payer of ${n} [person|people] was told.`,
    nothingOpen: "There is nothing to note: all of it has been told or paid.",
    unclear: "It is not clear which payer is meant. Reload the page and mark again.",
  },
  howTitle: "Why is there a safe day and a last day?",
  howDays:
    "A member leaves after three months in a row unpaid. Some offices count one month earlier; the safe day follows that earlier count.",
  howMoney:
    "A rescue is the contributions of the unpaid months, at the tariff of each month and source of funds. Benefits are an estimate by the rules once all is paid; what is due during arrears is not certain.",
  howCauses:
    "Whoever has paid and still has a payer does not stand here. Causes go as far as the records: the payer stopped, too little was paid, or BPJS has confirmed no receipt.",
  tasks: {
    "rescue-workers": {
      text: (n: string) => counted`${n} [worker|workers] [loses|lose] cover within 30 days`,
      why: "Their contribution has not arrived, or nobody pays",
      action: "Rescue",
    },
    "remind-villages": {
      text: (n: string) => `Villages have not paid for ${n} officers`,
      why: "Their day to pay is past",
      action: "Remind them",
    },
  },
};

export const arrearsTexts: TextPair<typeof id> = { id, en };
