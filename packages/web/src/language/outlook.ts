import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  heading: {
    tasks: (n: string, name: string) => `${n} hal menunggu Anda, ${name}`,
    nothing: (name: string) => `Tidak ada yang menunggu Anda, ${name}`,
    begin: (name: string) => `Mulai dari sini, ${name}`,
  },
  steps: {
    "send-first-list": {
      title: "Kirim daftar pertama",
      text: "Pakai berkas Excel atau CSV yang sudah ada; tidak perlu diketik ulang. Yang perlu diperbaiki kami tandai. Tidak ada yang tersimpan sebelum Anda menekan Simpan, dan kiriman dapat diurungkan selama 30 hari.",
      time: "Sekitar 15 menit untuk 50 orang",
      action: "Pilih berkas Excel",
    },
    "load-civil-servants": {
      title: "Muat daftar pegawai",
      text: "Daftar ASN dari SIMPEG menentukan siapa yang dapat menjadi penanggung, dan siapa yang bukan pekerja rentan.",
      time: "Sekitar 10 menit, lalu disetujui orang kedua",
      action: "Muat daftar pegawai",
    },
    "load-dtsen": {
      title: "Muat DTSEN",
      text: "Data itu dipadankan dengan daftar desa, sehingga yang paling membutuhkan didahulukan.",
      time: "Sekitar 10 menit, lalu disetujui orang kedua",
      action: "Muat DTSEN",
    },
    "load-members": {
      title: "Muat daftar peserta BPJS",
      text: "Dengan daftar itu terlihat siapa yang sudah terlindungi, sehingga tidak ada yang didaftarkan dua kali.",
      time: "Sekitar 10 menit, lalu disetujui orang kedua",
      action: "Muat daftar peserta",
    },
    "invite-people": {
      title: "Undang rekan-rekan Anda",
      text: "Mulai dari pengelola program, petugas data, dan operator desa pertama. Setiap orang memilih kata sandinya sendiri dengan kode sekali pakai.",
      time: "Sekitar 2 menit untuk satu orang",
      action: "Undang pengguna",
    },
    "sign-pledge": {
      title: "Lindungi satu pekerja",
      text: "Satu pegawai menanggung iuran satu pekerja. Anda menentukan batas potongan, dan dapat berhenti kapan saja.",
      time: "Sekitar 2 menit",
      action: "Jadi penanggung",
    },
    "fill-contacts": {
      title: "Isi nomor telepon kota",
      text: "Nomor itu tampil di beranda dan bantuan, untuk keluarga yang sedang kesusahan dan petugas yang bertanya.",
      time: "Sekitar 1 menit",
      action: "Isi nomor",
    },
  },
  ways: {
    template: "Unduh templat Excel",
    help: "Baca caranya dulu",
    one: "Tulis satu orang dulu",
  },
  waitsTitle: "Menunggu orang lain",
  waitsNone: "Tidak ada yang sedang tertahan pada orang lain.",
  since: (day: string) => `sejak ${day}`,
  days: (n: string) => `${n} hari`,
  today: "hari ini",
  waits: {
    "list-at-head": {
      who: "Kepala desa atau lurah",
      what: (n: string) => `${n} daftar pekerja menunggu pengesahan`,
    },
    "people-at-personnel-office": {
      who: "BKPSDM",
      what: (n: string) => `${n} orang belum dapat dinilai: daftar pegawai (ASN) kota ini belum dimuat`,
    },
    "people-at-member-list": {
      who: "Petugas data",
      what: (n: string) => `${n} orang belum dapat dinilai: daftar peserta BPJS belum dimuat`,
    },
    "people-at-bpjs": {
      who: "BPJS Ketenagakerjaan",
      what: (n: string) => `${n} orang menunggu nomor peserta`,
    },
    "packet-at-bpjs": {
      who: "Cabang BPJS Ketenagakerjaan",
      what: (n: string) => `${n} paket menunggu jawaban`,
    },
    "file-at-second-person": {
      who: "Orang kedua di kota",
      what: (n: string) => `${n} berkas menunggu persetujuan sebelum disimpan`,
    },
    "file-at-linking": {
      who: "Pemadanan",
      what: (n: string) => `${n} berkas sedang dicocokkan dengan data lain; ini berjalan sendiri`,
    },
    "correction-at-second-person": {
      who: "Orang kedua",
      what: (n: string) => `${n} perubahan data orang menunggu diperiksa`,
    },
    "move-at-villages": {
      who: "Desa lama atau desa baru",
      what: (n: string) => `${n} pekerja pindah desa menunggu diserahkan atau diterima`,
    },
    "account-at-second-person": {
      who: "Admin, auditor, atau petugas pelindungan data",
      what: (n: string) => `${n} perubahan akun menunggu persetujuan`,
    },
    "pledge-at-matching": {
      who: "Pengelola program",
      what: (n: string) => `mencarikan ${n} pekerja untuk Anda`,
    },
    "worker-at-bpjs": {
      who: "BPJS Ketenagakerjaan",
      what: (n: string) => `${n} pekerja Anda menunggu nomor peserta`,
    },
  },
  see: "Lihat",
  deadlinesTitle: "Tenggat",
  deadlines: {
    "undo-import": (day: string) => `Kiriman terakhir Anda dapat diurungkan sampai ${day}.`,
    "stop-by": (day: string) =>
      `Persetujuan yang dicabut ditindaklanjuti paling lambat ${day} (UU 27/2022 pasal 40, belum dibaca dari naskahnya).`,
    "packet-month": (day: string) =>
      `Iuran bulan paket terdekat dibayar paling lambat ${day}. Tanggal ini dari PP 44/2015 dan belum dipastikan cabang.`,
  },
  past: "Terlewat",
  figures: {
    "payroll-short": "rupiah potongan belum sampai di rekening penampung",
    "running-pledges": "mandat penanggung berjalan",
    "my-workers": "pekerja Anda tanggung",
    "people-to-answer": "orang menunggu jawaban cabang Anda",
    accounts: "akun dapat dipakai atau diundang",
  },
  figureTitle: "Angka Anda",
  silent: {
    title: (n: string) => `Belum mengirim daftar: ${n} desa dan kelurahan`,
    text: "Daftarnya belum dikirim atau masih diperbaiki. Tanpa daftar, pekerjanya tidak terhitung dan tidak dapat dilindungi. Ingatkan orang di bawah ini.",
    sent: (n: string, of: string) => `${n} dari ${of} sudah mengirim.`,
    remind: (n: string) => `Ingatkan ${n} desa`,
    message: (names: string) =>
      `Daftar pekerja rentan belum kami terima dari ${names}. Berkas Excel yang sudah ada dapat langsung dikirim; tanpa daftar pekerjanya tidak dapat dilindungi. Kapan daftarnya dapat dikirim?`,
    none: "Semua desa dan kelurahan sudah mengirim daftar.",
    all: (n: string) => `Tampilkan ${n} lainnya`,
    never: "belum pernah masuk",
    seen: (day: string) => `masuk terakhir ${day}`,
    nobody: "Belum ada akun operator. Minta admin mengundangnya.",
    OPR: "operator",
    KDS: "kepala desa atau lurah",
  },
  next: {
    OPR: {
      text: "Sesudah daftar disahkan, pengelola program mencarikan penanggung. Yang berubah di desa Anda (orang baru, meninggal, pindah) Anda catat di halaman Pekerja.",
      action: "Buka daftar pekerja",
    },
    KDS: {
      text: "Daftar berikutnya datang dari operator desa Anda. Pegawai di kantor Anda dapat menjadi penanggung; ajak mereka dengan membuka Bantuan.",
      action: "Lihat penetapan",
    },
    CMT: {
      text: "Ingatkan desa yang belum mengirim daftar; yang sudah mengirim terlihat di penetapan.",
      action: "Lihat penetapan",
    },
    MGR: {
      text: "Pekerjaan berikutnya datang dari desa yang mengirim daftar, pegawai yang berikrar, dan cabang BPJS yang menjawab.",
      action: "Lihat pekerja yang menunggu penanggung",
    },
    DAT: {
      text: "Pertanyaan pemadanan datang bila desa mengirim daftar atau ada rilis DTSEN baru.",
      action: "Lihat pemadanan",
    },
    BND: {
      text: "Daftar potongan bulan berikutnya disusun kota dan dikunci orang kedua; sesudah itu berkasnya menunggu Anda di Potongan gaji.",
      action: "Lihat potongan gaji",
    },
    BKP: {
      text: "Pegawai yang masuk, pindah, atau pensiun Anda kirim sebagai daftar pegawai yang baru.",
      action: "Muat daftar pegawai",
    },
    BPJ: {
      text: "Paket berikutnya dikirim pengelola program sesudah daftar desa disahkan dan penanggungnya ada.",
      action: "Lihat kepesertaan",
    },
    EXE: {
      text: "Yang bergerak sekarang: desa mengirim daftar, kepala desa mengesahkan, BPJS menerima. Yang paling lama menunggu tampil di sini.",
      action: "Lihat cakupan",
    },
    FIN: {
      text: "Bukti iuran datang dari cabang BPJS; hasil potongan dan setoran datang dari bendahara OPD.",
      action: "Lihat potongan gaji",
    },
    SPN: {
      text: "Yang Anda tanggung, dan sampai bulan mana iurannya terbukti dibayar, terlihat di halaman Anda.",
      action: "Lihat yang saya tanggung",
    },
    ADM: {
      text: "Undang orang yang belum punya akun, akhiri yang pindah tugas, dan pastikan cadangan terakhir dapat dibuka.",
      action: "Buka pengguna",
    },
    AUD: {
      text: "Setiap perubahan tercatat dengan pelaku dan waktunya. Mulai dari jejak.",
      action: "Buka jejak",
    },
    DPO: {
      text: "Setiap pembukaan NIK dan setiap unduhan tercatat. Anda dapat melihat siapa yang melihat data seseorang.",
      action: "Buka jejak",
    },
    CHR: { text: "Tugas datang bila ada anak yang perlu didampingi.", action: "Buka bantuan" },
  },
} as const;

const en: Texts<typeof id> = {
  heading: {
    tasks: (n, name) => counted`${n} [thing|things] [waits|wait] for you, ${name}`,
    nothing: (name) => `Nothing waits for you, ${name}`,
    begin: (name) => `Begin here, ${name}`,
  },
  steps: {
    "send-first-list": {
      title: "Send the first list",
      text: "Use the Excel or CSV file you have; nothing needs to be typed again. We mark what needs repair. Nothing is stored before you press Save, and it can be undone for 30 days.",
      time: "About 15 minutes for 50 people",
      action: "Choose an Excel file",
    },
    "load-civil-servants": {
      title: "Load the list of civil servants",
      text: "The personnel list says who can become a sponsor, and who is no vulnerable worker.",
      time: "About 10 minutes, then a second person approves",
      action: "Load the list",
    },
    "load-dtsen": {
      title: "Load DTSEN",
      text: "It is linked with the villages’ lists, so that those most in need come first.",
      time: "About 10 minutes, then a second person approves",
      action: "Load DTSEN",
    },
    "load-members": {
      title: "Load the list of BPJS members",
      text: "It shows who is protected already, so that nobody is enrolled twice.",
      time: "About 10 minutes, then a second person approves",
      action: "Load the members",
    },
    "invite-people": {
      title: "Invite your colleagues",
      text: "Begin with the programme manager, the data officer and the first village operators. Everybody chooses their own password with a one-time code.",
      time: "About 2 minutes each",
      action: "Invite somebody",
    },
    "sign-pledge": {
      title: "Protect one worker",
      text: "One civil servant pays the contribution of one worker. You set the limit of the deduction, and can stop at any time.",
      time: "About 2 minutes",
      action: "Become a sponsor",
    },
    "fill-contacts": {
      title: "Fill in the city’s telephone number",
      text: "It stands on the home page and in the help, for families in distress and officers with a question.",
      time: "About 1 minute",
      action: "Fill in the numbers",
    },
  },
  ways: {
    template: "Download an Excel template",
    help: "Read how first",
    one: "Write down one person first",
  },
  waitsTitle: "Waiting for others",
  waitsNone: "Nothing is in somebody else’s hands at the moment.",
  since: (day) => `since ${day}`,
  days: (n) => counted`${n} [day|days]`,
  today: "today",
  waits: {
    "list-at-head": {
      who: "Village head",
      what: (n) => counted`${n} [list|lists] of workers [waits|wait] to be endorsed`,
    },
    "people-at-personnel-office": {
      who: "Personnel office (BKPSDM)",
      what: (n) =>
        counted`${n} [person|people] cannot be judged yet: the city’s list of civil servants is not loaded`,
    },
    "people-at-member-list": {
      who: "Data officer",
      what: (n) => counted`${n} [person|people] cannot be judged yet: the list of BPJS members is not loaded`,
    },
    "people-at-bpjs": {
      who: "BPJS Ketenagakerjaan",
      what: (n) => counted`${n} [person|people] [waits|wait] for their membership number`,
    },
    "packet-at-bpjs": {
      who: "BPJS Ketenagakerjaan branch",
      what: (n) => counted`${n} [packet|packets] [waits|wait] for an answer`,
    },
    "file-at-second-person": {
      who: "A second person in the city",
      what: (n) => counted`${n} [file|files] [waits|wait] for approval before they are stored`,
    },
    "file-at-linking": {
      who: "Linkage",
      what: (n) => counted`${n} [file|files] [is|are] being compared with other data; this runs by itself`,
    },
    "correction-at-second-person": {
      who: "A second person",
      what: (n) => counted`${n} [change|changes] to people’s data [waits|wait] to be checked`,
    },
    "move-at-villages": {
      who: "The old or the new village",
      what: (n) => counted`${n} [worker|workers] who [moves|move] [waits|wait] to be handed over or received`,
    },
    "account-at-second-person": {
      who: "An administrator, auditor or data protection officer",
      what: (n) => counted`${n} [change|changes] to accounts [waits|wait] for approval`,
    },
    "pledge-at-matching": {
      who: "Programme manager",
      what: (n) => counted`is finding ${n} [worker|workers] for you`,
    },
    "worker-at-bpjs": {
      who: "BPJS Ketenagakerjaan",
      what: (n) => `${n} of your workers wait for their membership number`,
    },
  },
  see: "Look",
  deadlinesTitle: "Deadlines",
  deadlines: {
    "undo-import": (day) => `What you sent last can be undone until ${day}.`,
    "stop-by": (day) =>
      `A withdrawn consent is to be acted on by ${day} (UU 27/2022 art. 40, its text not yet read).`,
    "packet-month": (day) =>
      `The contribution for the next packet’s month is to be paid by ${day}. This day comes from PP 44/2015 and the branch has not confirmed it.`,
  },
  past: "Past",
  figures: {
    "payroll-short": "rupiah deducted and not yet on the collecting account",
    "running-pledges": "sponsors’ pledges in force",
    "my-workers": "workers you pay for",
    "people-to-answer": "people wait for your branch’s answer",
    accounts: "accounts in use or invited",
  },
  figureTitle: "Your number",
  silent: {
    title: (n) => counted`No list yet: ${n} [village|villages]`,
    text: "Their list has not been sent or is still being repaired. Without it their workers are not counted and cannot be protected. Remind the people below.",
    sent: (n, of) => `${n} of ${of} have sent one.`,
    remind: (n) => counted`Remind ${n} [village|villages]`,
    message: (names) =>
      `We have no list of vulnerable workers yet from ${names}. The Excel file that you have can be sent as it is; without a list nobody can be protected. When can it be sent?`,
    none: "Every village has sent a list.",
    all: (n) => `Show ${n} more`,
    never: "never signed in",
    seen: (day) => `last signed in ${day}`,
    nobody: "No operator has an account yet. Ask the administrator to invite one.",
    OPR: "operator",
    KDS: "village head",
  },
  next: {
    OPR: {
      text: "After the list is endorsed the programme manager looks for sponsors. What changes in your village (new people, deaths, moves) you record on the page Workers.",
      action: "Open the list of workers",
    },
    KDS: {
      text: "The next list comes from your village operator. Civil servants in your office can become sponsors; Help says how.",
      action: "See endorsements",
    },
    CMT: {
      text: "Remind the villages without a list; those that have sent one stand among the endorsements.",
      action: "See endorsements",
    },
    MGR: {
      text: "What comes next comes from villages that send lists, civil servants who pledge, and the BPJS branch that answers.",
      action: "See workers waiting for a sponsor",
    },
    DAT: {
      text: "Questions of linkage come when a village sends a list or a new DTSEN release is loaded.",
      action: "See linkage",
    },
    BND: {
      text: "The city draws up next month's deductions and a second person locks them; then the file waits for you under Payroll.",
      action: "See payroll",
    },
    BKP: {
      text: "Civil servants who come, move or retire are sent as a new list.",
      action: "Load the list",
    },
    BPJ: {
      text: "The programme manager sends the next packet once a village’s list is endorsed and has sponsors.",
      action: "See membership",
    },
    EXE: {
      text: "What moves now: villages send lists, heads endorse, BPJS accepts. What has waited longest stands here.",
      action: "See coverage",
    },
    FIN: {
      text: "Proof of contributions comes from the BPJS branch; results and transfers come from departments' treasurers.",
      action: "See payroll",
    },
    SPN: {
      text: "Whom you pay for, and up to which month payment is proven, stands on your page.",
      action: "See whom I pay for",
    },
    ADM: {
      text: "Invite those who have no account, end those who moved on, and make sure that the last backup opens.",
      action: "Open users",
    },
    AUD: {
      text: "Every change is recorded with who and when. Begin with the trail.",
      action: "Open the trail",
    },
    DPO: {
      text: "Every NIK opened and every download is recorded. You can see who looked at a person’s data.",
      action: "Open the trail",
    },
    CHR: { text: "Tasks come when a child needs help.", action: "Open help" },
  },
};

export const outlookTexts: TextPair<typeof id> = { id, en };
