import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  toCall: "desa dan kelurahan perlu Anda telepon",
  nobody: "Tidak ada desa yang perlu ditelepon minggu ini",
  urgentNote: (n: string) => `${n} di antaranya tidak dapat menunggu minggu depan.`,
  howChosen:
    "Yang batasnya tinggal beberapa hari lebih dulu; lalu satu dari tiap hal: belum ada daftar, pengesahan tertahan, iuran tertunggak, janji belum ditepati, paling sedikit terlindungi.",
  whyThese: "Mengapa desa ini?",
  names: "Yang perlu dihubungi",
  officials: { desa: "Kepala desa", kelurahan: "Lurah" },
  noAccount: { desa: "Kepala desa belum punya akun", kelurahan: "Lurah belum punya akun" },
  also: (reasons: string) => `Dalam telepon yang sama: ${reasons}.`,
  call: "Telepon",
  callLabel: (name: string) => `Telepon kantor ${name}`,
  whatsapp: "WhatsApp",
  whatsappLabel: (name: string) => `Tulis WhatsApp untuk ${name}`,
  noNumber: "Nomor belum ada.",
  fill: "Isi nomor",
  fillLabel: (name: string) => `Isi nomor kantor ${name}`,
  look: "Lihat",
  lookLabel: (name: string) => `Lihat ${name}`,
  message: (name: string, why: string, say: string) => `Untuk ${name}. ${why} ${say}`,
  fewPeople: "Beberapa orang (kurang dari 5)",
  people: (n: string) => `${n} orang`,
  marks: {
    "cover-ends": (day: string) => `Batas aman ${day}`,
    "cover-ends-today": "Batas hari ini",
    "cover-ends-past": "Batas aman sudah lewat",
    "no-list": "Belum mengirim daftar",
    "list-waits": (days: string) => `Pengesahan menunggu ${days} hari`,
    "village-owes": "Iuran aparatur tertunggak",
    "promise-short": "Janji belum ditepati",
    "promise-missing": "Belum menyatakan komitmen",
    "least-covered": "Paling sedikit terlindungi",
    "office-short": (month: string) => `Setoran ${month}`,
    "bill-late": (month: string) => `Iuran ${month}`,
  },
  why: {
    "cover-ends": (people: string) => `${people} keluar dari kepesertaan bila iurannya tidak dibayar.`,
    "cover-ends-past": (people: string) =>
      `${people} keluar dari kepesertaan. Pastikan ke BPJS bahwa pembayaran masih diterima.`,
    owes: (rupiah: string) => ` Tunggakan ${rupiah}.`,
    "no-list": "Tanpa daftar, pekerjanya tidak terhitung dan tidak dapat dilindungi.",
    "list-waits": {
      desa: (lists: string, day: string) => `${lists} daftar menunggu kepala desa sejak ${day}.`,
      kelurahan: (lists: string, day: string) => `${lists} daftar menunggu lurah sejak ${day}.`,
    },
    "village-owes": (day: string) =>
      `Iuran aparatur seharusnya dibayar paling lambat ${day} dan belum diterima BPJS.`,
    "promise-short": (kept: string, of: string, rupiah: string) =>
      `${kept} dari ${of} bulan terbayar penuh; kurang ${rupiah} dari janji tahun ini.`,
    "promise-missing": {
      desa: (day: string) => `Belum ada janji untuk APBDes berikutnya, yang ditetapkan paling lambat ${day}.`,
      kelurahan: (day: string) =>
        `Belum ada janji untuk DPA berikutnya, yang ditetapkan paling lambat ${day}.`,
    },
    "least-covered": (n: string, of: string) => `${n} dari ${of} pekerja rentan terlindungi.`,
    "office-short": (rupiah: string) => `${rupiah} sudah dipotong dan belum masuk rekening penampung.`,
    "office-silent": (day: string) => `Berkas potongan dikunci ${day} dan belum dijawab.`,
    "bill-late": (rupiah: string, day: string) => `${rupiah} belum diterima BPJS; batas bayarnya ${day}.`,
  },
  say: {
    "cover-ends": {
      desa: "Bisakah bendahara desa membayar sebelum batas itu?",
      kelurahan: "Bisakah iurannya dibayar dari DPA sebelum batas itu?",
    },
    "no-list": {
      desa: "Kapan daftar pertama dapat dikirim, dan siapa operatornya?",
      kelurahan: "Kapan daftar pertama dapat dikirim, dan siapa operatornya?",
    },
    "list-waits": {
      desa: "Apa yang masih menahan pengesahan daftar ini?",
      kelurahan: "Apa yang masih menahan pengesahan daftar ini?",
    },
    "village-owes": {
      desa: "Kapan iuran aparatur yang tertunggak dibayar dari APBDes?",
      kelurahan: "Kapan iuran yang tertunggak dibayar dari DPA?",
    },
    "promise-short": {
      desa: "Kapan iuran yang dianggarkan di APBDes dicairkan?",
      kelurahan: "Kapan iuran yang dianggarkan di DPA dicairkan?",
    },
    "promise-missing": {
      desa: "Berapa orang yang akan dilindungi dari APBDes tahun depan?",
      kelurahan: "Berapa orang yang akan dilindungi dari DPA tahun depan?",
    },
    "least-covered": {
      desa: "Siapa di desa yang dapat menjadi penanggung, dan apa yang menghambat?",
      kelurahan: "Siapa di kelurahan yang dapat menjadi penanggung, dan apa yang menghambat?",
    },
  },
  contact: {
    title: (village: string) => `Nomor kantor ${village}`,
    lead: "Nomor kantor, bukan nomor pribadi. Camat, pengelola program, wali kota dan BPKAD memakainya untuk menghubungi desa; nomor ini tidak tampil di halaman publik.",
    phone: "Telepon kantor",
    whatsapp: "WhatsApp kantor",
    hint: "Kosongkan bila tidak ada.",
    told: (role: string, day: string) => `Diisi terakhir oleh ${role}, ${day}.`,
    wrongPhone: "Nomor ini tidak terbaca. Tulis satu nomor, misalnya 0751-123456.",
    wrongWhatsapp: "Nomor ini tidak terbaca. WhatsApp perlu satu nomor seluler, misalnya 0812-3456-7890.",
    submit: "Simpan nomor",
    saved: "Nomor disimpan.",
    own: "Nomor kantor Anda",
  },
} as const;

const en: Texts<typeof id> = {
  toCall: "villages for you to call",
  nobody: "No village needs a call this week",
  urgentNote: (n) => `${n} of them cannot wait until next week.`,
  howChosen:
    "Where only days are left stands first; then one of each: no list yet, an endorsement held up, contributions owed, a promise not kept, fewest covered.",
  whyThese: "Why these?",
  names: "Whom to reach",
  officials: { desa: "Village head", kelurahan: "Lurah" },
  noAccount: { desa: "The village head has no account yet", kelurahan: "The lurah has no account yet" },
  also: (reasons) => `In the same call: ${reasons}.`,
  call: "Call",
  callLabel: (name) => `Call the office of ${name}`,
  whatsapp: "WhatsApp",
  whatsappLabel: (name) => `Write a WhatsApp message to ${name}`,
  noNumber: "No number yet.",
  fill: "Fill in a number",
  fillLabel: (name) => `Fill in a number for the office of ${name}`,
  look: "Look",
  lookLabel: (name) => `Look at ${name}`,
  message: (name, why, say) => `To ${name}. ${why} ${say}`,
  fewPeople: "A few people (fewer than 5)",
  people: (n) => counted`${n} [person|people]`,
  marks: {
    "cover-ends": (day) => `Safe until ${day}`,
    "cover-ends-today": "Last day today",
    "cover-ends-past": "Past the safe day",
    "no-list": "No list yet",
    "list-waits": (days) => counted`Endorsement waits ${days} [day|days]`,
    "village-owes": "Officers’ contributions owed",
    "promise-short": "Promise not kept",
    "promise-missing": "No commitment yet",
    "least-covered": "Fewest covered",
    "office-short": (month) => `Transfer of ${month}`,
    "bill-late": (month) => `Contribution of ${month}`,
  },
  why: {
    "cover-ends": (people) => `Membership ends unless it is paid for: ${people}.`,
    "cover-ends-past": (people) =>
      `Membership ends: ${people}. Ask BPJS whether a payment is still accepted.`,
    owes: (rupiah) => ` Owed: ${rupiah}.`,
    "no-list": "Without a list its workers are not counted and cannot be protected.",
    "list-waits": {
      desa: (lists, day) => counted`${lists} [list|lists] [waits|wait] for the village head since ${day}.`,
      kelurahan: (lists, day) => counted`${lists} [list|lists] [waits|wait] for the lurah since ${day}.`,
    },
    "village-owes": (day) => `The officers’ contribution was to be paid by ${day} and has not reached BPJS.`,
    "promise-short": (kept, of, rupiah) =>
      `${kept} of ${of} months paid in full; ${rupiah} short of this year’s promise.`,
    "promise-missing": {
      desa: (day) => `No promise for the next village budget (APBDes), which is set by ${day}.`,
      kelurahan: (day) => `No promise for the next budget (DPA), which is set by ${day}.`,
    },
    "least-covered": (n, of) => `${n} of ${of} vulnerable workers protected.`,
    "office-short": (rupiah) => `${rupiah} deducted and not yet on the collecting account.`,
    "office-silent": (day) => `The deduction file was locked on ${day} and has no answer yet.`,
    "bill-late": (rupiah, day) => `${rupiah} has not reached BPJS; it was due on ${day}.`,
  },
  say: {
    "cover-ends": {
      desa: "Can the village treasurer pay before that day?",
      kelurahan: "Can it be paid from the DPA before that day?",
    },
    "no-list": {
      desa: "When can the first list be sent, and who is the operator?",
      kelurahan: "When can the first list be sent, and who is the operator?",
    },
    "list-waits": {
      desa: "What still holds up the endorsement of this list?",
      kelurahan: "What still holds up the endorsement of this list?",
    },
    "village-owes": {
      desa: "When will the officers’ contribution be paid from the APBDes?",
      kelurahan: "When will the contribution be paid from the DPA?",
    },
    "promise-short": {
      desa: "When will the contribution in the APBDes be disbursed?",
      kelurahan: "When will the contribution in the DPA be disbursed?",
    },
    "promise-missing": {
      desa: "How many people will the APBDes protect next year?",
      kelurahan: "How many people will the DPA protect next year?",
    },
    "least-covered": {
      desa: "Who in the village could become a sponsor, and what is in the way?",
      kelurahan: "Who in the kelurahan could become a sponsor, and what is in the way?",
    },
  },
  contact: {
    title: (village) => `Number of the office of ${village}`,
    lead: "A number of the office, not of a person. The camat, the programme manager, the mayor and the city’s finance office call it; it stands on no public page.",
    phone: "Office telephone",
    whatsapp: "Office WhatsApp",
    hint: "Leave it empty where there is none.",
    told: (role, day) => `Filled in last by ${role}, ${day}.`,
    wrongPhone: "This number cannot be read. Write one number, such as 0751-123456.",
    wrongWhatsapp: "This number cannot be read. WhatsApp needs one mobile number, such as 0812-3456-7890.",
    submit: "Save the numbers",
    saved: "The numbers are saved.",
    own: "Number of your office",
  },
};

export const callTexts: TextPair<typeof id> = { id, en };
