import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Pekerjaan latar",
  lead: (n: string) =>
    `${n} pekerjaan gagal dan tidak dicoba lagi sendiri. Tidak ada data yang hilang: pekerjaan itu menunggu Anda.`,
  leadNone: "Yang dikerjakan sistem sendiri, sesudah sebuah perubahan dan setiap malam.",
  olderDatabase: (version: string, safe: string) =>
    `PostgreSQL ${version} lebih lama daripada ${safe}, versi pertama yang aman. Bila ikut bersama program ini, versi program berikutnya menggantinya; bila milik Anda, perbarui servernya.`,
  none: "Tidak ada pekerjaan yang gagal.",
  noneNext: "Yang gagal delapan kali akan tampil di sini, dan di tugas Anda.",
  retry: "Coba lagi",
  retryWhat: (name: string) => `Coba lagi: ${name}`,
  retried: "Dicoba lagi sekarang. Bila gagal lagi, pekerjaan itu kembali ke daftar ini.",
  gone: "Pekerjaan itu sudah dicoba lagi atau sudah selesai.",
  facts: { reason: "Sebab", since: "Gagal sejak", attempts: "Dicoba" },
  times: (n: string) => `${n} kali`,
  unknownError: "Kesalahan program. Bila gagal lagi, laporkan kata di dalam kurung kepada pengembang",
  errors: {
    "too-large":
      "Lebih dari separuh berkas akan dihapus sekaligus. Periksa dahulu jam server; bila benar, coba lagi dan berkas dihapus",
    "not-found": "Yang harus dikerjakan sudah tidak ada; mencoba lagi tidak perlu",
    conflict: "Keadaan sudah berubah sejak pekerjaan diminta",
    unavailable: "Basis data atau penyimpanan sedang tidak dapat dihubungi. Coba lagi bila sudah pulih",
    "disk-full": "Tempat penyimpanan server penuh. Kosongkan ruang, lalu coba lagi",
    died: "Server berhenti tiga kali saat mengerjakannya, misalnya karena kehabisan memori. Periksa berkasnya sebelum mencoba lagi",
    "not-set-up": "Ada yang belum dipasang di server",
  },
  topics: {
    "import.advance": {
      name: "Memproses berkas impor",
      stays: "Berkas tetap tersimpan; barisnya belum masuk daftar.",
    },
    "import.advance-slow": {
      name: "Memproses berkas yang lama dibaca",
      stays: "Berkas tetap tersimpan; barisnya belum masuk daftar.",
    },
    "import.advance-large": {
      name: "Memproses berkas daftar besar",
      stays: "Berkas tetap tersimpan; barisnya belum masuk daftar.",
    },
    "people.link": {
      name: "Memadankan orang",
      stays: "Orang sudah tersimpan; pencarian orang ganda dan padanan daftar lain belum selesai.",
    },
    "people.resolve": {
      name: "Memasang perubahan data yang disetujui",
      stays: "Data orang itu masih tampil dengan isi lama.",
    },
    "people.move": {
      name: "Memindahkan pekerja ke desa baru",
      stays: "Kedua desa sudah setuju; orang itu masih di daftar desa lama.",
    },
    "people.reread-work": {
      name: "Membaca ulang pekerjaan yang tertulis",
      stays: "Arti kata sudah tersimpan; orang dengan kata itu belum dinilai ulang.",
    },
    "people.forget-particulars": {
      name: "Menghapus data yang hanya untuk BPJS",
      stays: "Nama ibu dan tempat lahir peserta yang sudah diterima masih tersimpan, tersegel.",
    },
    "eligibility.judge": {
      name: "Menilai kelayakan",
      stays: "Sebagian pekerja masih tampil dengan penilaian lama atau belum dinilai.",
    },
    "eligibility.judge-all": {
      name: "Menilai seluruh kota tadi malam",
      stays: "Batas umur yang lewat tadi malam belum terhitung bagi sebagian pekerja.",
    },
    "cover.refresh": {
      name: "Menghitung perlindungan",
      stays: "Perlindungan sebagian pekerja masih tampil menurut bukti lama.",
    },
    "cover.refresh-all": {
      name: "Menghitung perlindungan seluruh kota tadi malam",
      stays: "Sebagian pekerja masih tampil dengan keadaan kemarin.",
    },
    "arrears.refresh": {
      name: "Memeriksa siapa yang terancam kehilangan perlindungan",
      stays: "Tunggakan dan peringatan masih seperti sebelumnya.",
    },
    "arrears.digest": {
      name: "Menyiapkan ringkasan mingguan tunggakan",
      stays: "Ringkasan minggu ini belum dikirim; papan Tunggakan sendiri tetap benar.",
    },
    "arrears.mail-digest": {
      name: "Mengirim ringkasan mingguan lewat surel",
      stays: "Satu ringkasan tidak sampai. Minggu depan dikirim lagi; papannya tetap benar.",
    },
    "link-samples.fill": {
      name: "Menarik sampel padanan",
      stays: "Sampel belum berisi; pemadanan sendiri tidak terganggu.",
    },
    "targeting.refresh": {
      name: "Menghitung ketepatan sasaran",
      stays: "Angka malam sebelumnya tetap tampil; dihitung lagi malam berikutnya.",
    },
    "aftercare.read-deciles": {
      name: "Membaca desil keluarga yang didampingi",
      stays: "Desil yang sudah dicatat tetap; rilis baru dicatat malam berikutnya.",
    },
    "follow-ups.remind": {
      name: "Mengingatkan tindak lanjut rakor",
      stays: "Pengingat hari ini belum sampai; besok dicoba lagi. Daftar tindak lanjut sendiri tetap benar.",
    },
    "figures.refresh": {
      name: "Menghitung angka bulanan",
      stays: "Dasbor dan tren masih memakai hitungan yang lama.",
    },
    "planning.forecast": {
      name: "Menghitung perkiraan cakupan",
      stays: "Perkiraan dan rencana masih memakai hitungan yang lama.",
    },
    "dashboards.refresh": {
      name: "Menghitung isi dasbor",
      stays: "Dasbor dan Sorot masih memakai hitungan yang lama; jamnya tertulis di halaman itu.",
    },
    "coverage.publish": {
      name: "Menyiapkan dan menerbitkan rilis bulanan",
      stays: "Angka publik masih rilis yang lama.",
    },
    "claims.forget": {
      name: "Menghapus berkas klaim yang lewat masa simpan",
      stays: "Foto dokumen dan catatan kasus yang lewat masanya masih tersimpan, tersegel.",
    },
    "families.forget": {
      name: "Menghapus data anak yang lewat masa simpan",
      stays: "Data anak yang lewat masanya masih tersimpan, tersegel.",
    },
    "aftercare.forget": {
      name: "Menghapus catatan keluarga bersama berkas klaimnya",
      stays:
        "Catatan kunjungan dan jawaban keluarga dari berkas yang sudah dihapus masih tersimpan, tersegel.",
    },
    "handovers.forget": {
      name: "Menghapus isi serah terima anak yang sudah berakhir",
      stays:
        "Isi serah terima anak yang lewat hari terakhirnya masih tersimpan, tersegel; penerima tidak lagi melihatnya.",
    },
    "imports.forget": {
      name: "Menghapus berkas impor lama",
      stays: "Berkas asli yang lewat 90 hari masih tersimpan, tersegel.",
    },
    "incident-reports.forget": {
      name: "Menghapus isi laporan yang tidak benar",
      stays: "Nama dan nomor dalam laporan yang sudah disangkal masih tersimpan, tersegel.",
    },
    "incident-reports.from-bpjs": {
      name: "Mencatat kematian dari jawaban BPJS",
      stays: "Yang dijawab BPJS sudah meninggal belum tampil di Kejadian.",
    },
    "accounts.forget": {
      name: "Menghapus sesi masuk lama",
      stays: "Sesi yang sudah berakhir masih tercatat; tidak dapat dipakai lagi.",
    },
    "accounts.mail": {
      name: "Mengirim undangan lewat surel",
      stays: "Suratnya tidak sampai. Buka akunnya, buat kode baru, dan serahkan di kertas.",
    },
    "contributions.run-nightly": {
      name: "Menghitung iuran bulan ini",
      stays: "Iuran pekerja yang baru diterima, pindah penanggung atau berakhir belum tercatat.",
    },
    "contributions.run-month": {
      name: "Menghitung iuran satu bulan",
      stays: "Sebagian pekerja sudah dihitung; sisanya menunggu dan tidak ada yang tercatat dua kali.",
    },
    "matching.choose-pairs": {
      name: "Memilih pasangan terbaik",
      stays: "Tidak ada pasangan yang diusulkan dari pilihan ini. Pilih lagi di halaman pasangan terbaik.",
    },
    "ledger.post-obligations": {
      name: "Membukukan iuran yang terutang",
      stays: "Buku besar belum memuat iuran terbaru. Catatan iurannya sendiri lengkap.",
    },
    "refunds.refresh": {
      name: "Mencari iuran yang harus kembali",
      stays: "Iuran sesudah kematian atau dua kali mungkin belum terdaftar sebagai pengembalian.",
    },
    "certificates.review": {
      name: "Memeriksa piagam penanggung",
      stays: "Piagam yang iurannya dibatalkan mungkin masih tertulis berlaku.",
    },
    "mandates.forget-account": {
      name: "Menghapus rekening dari surat kuasa yang dicabut",
      stays: "Nomor rekening seorang penanggung yang sudah berhenti masih tersimpan, tersegel.",
    },
    "payroll.post": {
      name: "Membukukan hasil potongan",
      stays: "Hasil potongan sudah tersimpan; buku belum memuatnya, dan setorannya belum dapat dicocokkan.",
    },
    "alms.verify": {
      name: "Memeriksa keutuhan buku sedekah",
      stays:
        "Ada catatan sedekah yang tidak cocok. Jangan ubah apa pun; jalankan tuwai alms verify dan beri tahu Inspektorat.",
    },
    "ledger.verify": {
      name: "Memeriksa keutuhan jejak audit",
      stays:
        "Ada catatan yang diubah, dihapus atau disisipkan di luar sistem. Jangan ubah apa pun; jalankan tuwai ledger verify dan beri tahu Inspektorat.",
    },
    "audit.forget": {
      name: "Menghapus jejak akses lama",
      stays: "Catatan akses yang lewat masa simpan masih ada.",
    },
    "work.forget": {
      name: "Merapikan antrean pekerjaan",
      stays: "Catatan pekerjaan lama masih ada; tidak mengganggu.",
    },
    "backups.check": {
      name: "Memeriksa cadangan terakhir",
      stays: "Belum diketahui apakah cadangan terakhir dapat dibuka.",
    },
  },
  backup: {
    good: (day: string) => `Cadangan terakhir dibuat ${day}.`,
    opened: (day: string) => `Dibuka seluruhnya dan utuh pada ${day}.`,
    notYetChecked: "Diperiksa malam nanti.",
    problems: {
      none: () => "Belum pernah ada cadangan.",
      stale: (day: string) => `Cadangan terakhir sudah lama: ${day}.`,
      missing: (day: string) => `Berkas cadangan ${day} tidak ada di tempatnya.`,
      unreadable: (day: string) => `Berkas cadangan ${day} tidak dapat dibuka.`,
    },
    command: "tuwai backup",
    toDo: "Buat cadangan di server sekarang, lalu jadwalkan setiap hari:",
  },
  tasks: {
    "retry-dead-work": {
      text: (n: string) => `${n} pekerjaan gagal`,
      why: "Sistem berhenti mencobanya sendiri",
      action: "Lihat",
    },
    "make-backup": {
      text: () => "Cadangan kota perlu dibuat",
      why: "Tidak ada cadangan baru yang dapat dibuka",
      action: "Lihat",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: "Background work",
  lead: (n) =>
    counted`${n} [piece|pieces] of work failed and [is|are] not tried again without you. Nothing is lost: [it waits|they wait].`,
  leadNone: "What the system does by itself, after a change and every night.",
  olderDatabase: (version, safe) =>
    `PostgreSQL ${version} is older than ${safe}, the first safe version. If it came with this program, its next version replaces it; if it is yours, update the server.`,
  none: "No work has failed.",
  noneNext: "What fails eight times appears here, and among your tasks.",
  retry: "Try again",
  retryWhat: (name) => `Try again: ${name}`,
  retried: "Tried again now. Should it fail again, it comes back to this list.",
  gone: "That work was tried again already, or is done.",
  facts: { reason: "Reason", since: "Failed since", attempts: "Tried" },
  times: (n) => counted`${n} [time|times]`,
  unknownError: "A fault of the program. Should it fail again, report the word in brackets to the developers",
  errors: {
    "too-large":
      "More than half of the files would be deleted at once. Check the server's clock first; if it is right, try again and they are deleted",
    "not-found": "What was to be done is no longer there; trying again is not needed",
    conflict: "Things have changed since the work was asked for",
    unavailable: "The database or the storage cannot be reached. Try again when it is back",
    "disk-full": "The server has no room left. Make room, then try again",
    died: "The server went down three times while doing it, for want of memory perhaps. Look at the file before trying again",
    "not-set-up": "Something is not set up on the server",
  },
  topics: {
    "import.advance": {
      name: "Processing an imported file",
      stays: "The file is kept; its rows are not in the list yet.",
    },
    "import.advance-slow": {
      name: "Processing a file that takes long to read",
      stays: "The file is kept; its rows are not in the list yet.",
    },
    "import.advance-large": {
      name: "Processing a large list",
      stays: "The file is kept; its rows are not in the list yet.",
    },
    "people.link": {
      name: "Linking people",
      stays: "The people are saved; the search for doubles and in other lists is not finished.",
    },
    "people.resolve": {
      name: "Putting approved changes of data in place",
      stays: "The person still shows with the old data.",
    },
    "people.move": {
      name: "Moving workers to another village",
      stays: "Both villages have agreed; the person is still on the old village’s list.",
    },
    "people.reread-work": {
      name: "Reading written work again",
      stays: "The meaning of the word is kept; people with that word are not judged anew yet.",
    },
    "people.forget-particulars": {
      name: "Deleting data that only BPJS needs",
      stays: "Mother’s name and birth place of accepted members are still stored, sealed.",
    },
    "eligibility.judge": {
      name: "Judging eligibility",
      stays: "Some workers still show an old judgement or none.",
    },
    "eligibility.judge-all": {
      name: "Judging the whole city last night",
      stays: "Age limits that passed last night do not count yet for some workers.",
    },
    "cover.refresh": {
      name: "Working out cover",
      stays: "The cover of some workers still follows old evidence.",
    },
    "cover.refresh-all": {
      name: "Working out the whole city's cover last night",
      stays: "Some workers still show yesterday's state.",
    },
    "arrears.refresh": {
      name: "Looking for people about to lose cover",
      stays: "Arrears and alarms stay as they were.",
    },
    "arrears.digest": {
      name: "Preparing the weekly summary of arrears",
      stays: "This week's summary was not sent; the board of arrears itself is right.",
    },
    "arrears.mail-digest": {
      name: "Sending the weekly summary by e-mail",
      stays: "One summary did not arrive. Next week has its own; the board is right.",
    },
    "link-samples.fill": {
      name: "Drawing a sample of links",
      stays: "The sample is still empty; linking itself goes on.",
    },
    "targeting.refresh": {
      name: "Counting whom cover reaches",
      stays: "The figures of the night before stay; they are counted again the next night.",
    },
    "aftercare.read-deciles": {
      name: "Reading the deciles of families that are followed",
      stays: "Deciles noted before stay; a new release is noted the next night.",
    },
    "follow-ups.remind": {
      name: "Reminding of follow-ups of meetings",
      stays:
        "Today's reminders did not arrive; tomorrow has its own. The list of follow-ups itself is right.",
    },
    "figures.refresh": {
      name: "Counting figures of months",
      stays: "Dashboards and trends still use the old count.",
    },
    "planning.forecast": {
      name: "Forecasting coverage",
      stays: "The forecast and new plans still use the old reckoning.",
    },
    "dashboards.refresh": {
      name: "Counting for dashboards",
      stays: "Dashboards and Highlights still use the old count; its time is written on the page.",
    },
    "coverage.publish": { name: "Publishing coverage", stays: "The public number is still the old one." },
    "claims.forget": {
      name: "Erasing files of claims past their time",
      stays: "Pictures and notes of cases past their time are still kept, sealed.",
    },
    "families.forget": {
      name: "Erasing children's records past their time",
      stays: "Records of children past their time are still kept, sealed.",
    },
    "aftercare.forget": {
      name: "Erasing what families said with the file of their case",
      stays: "Notes of visits and answers of families whose file is gone are still kept, sealed.",
    },
    "handovers.forget": {
      name: "Erasing what was told of children in hand-overs that ended",
      stays: "What was told is still kept, sealed, past its last day; the receiver no longer sees it.",
    },
    "imports.forget": {
      name: "Deleting old imported files",
      stays: "Originals past 90 days are still kept, sealed.",
    },
    "incident-reports.forget": {
      name: "Taking away the words of refuted reports",
      stays: "Names and numbers of refuted reports are still kept, sealed.",
    },
    "incident-reports.from-bpjs": {
      name: "Noting deaths from an answer of BPJS",
      stays: "Those whom BPJS answers as dead do not stand among the incidents yet.",
    },
    "accounts.forget": {
      name: "Deleting old sign-in sessions",
      stays: "Sessions that ended are still noted; nobody can use them.",
    },
    "accounts.mail": {
      name: "Sending an invitation by e-mail",
      stays: "The letter did not arrive. Open the account, make a new code, and hand it over on paper.",
    },
    "contributions.run-nightly": {
      name: "Running this month's contributions",
      stays: "Contributions of workers newly accepted, with another payer or ended are not recorded yet.",
    },
    "contributions.run-month": {
      name: "Running a month's contributions",
      stays: "Some workers are done; the rest wait, and nothing is recorded twice.",
    },
    "matching.choose-pairs": {
      name: "Choosing the best pairs",
      stays: "Nothing is proposed from this choice. Choose again on the page of best pairs.",
    },
    "ledger.post-obligations": {
      name: "Posting what is owed to the books",
      stays: "The books do not hold the newest contributions yet. The contributions themselves are complete.",
    },
    "refunds.refresh": {
      name: "Looking for money that has to come back",
      stays: "Contributions after a death or paid twice may not stand among the refunds yet.",
    },
    "certificates.review": {
      name: "Reviewing sponsors’ certificates",
      stays: "A certificate whose contribution was reversed may still be shown as valid.",
    },
    "mandates.forget-account": {
      name: "Deleting the account from a revoked letter of mandate",
      stays: "The account number of a sponsor who stopped is still kept, sealed.",
    },
    "payroll.post": {
      name: "Entering deductions in the books",
      stays: "The result is kept; the books do not hold it yet, and its transfer cannot be matched.",
    },
    "alms.verify": {
      name: "Checking that the books of alms are whole",
      stays:
        "A record of alms does not fit. Change nothing; run tuwai alms verify and tell the Inspectorate.",
    },
    "ledger.verify": {
      name: "Checking that the trail is whole",
      stays:
        "A record was changed, removed or put in from outside the system. Change nothing; run tuwai ledger verify and tell the Inspectorate.",
    },
    "audit.forget": {
      name: "Deleting old access records",
      stays: "Access records past their keeping time are still there.",
    },
    "work.forget": {
      name: "Clearing up the queue",
      stays: "Notes of old work are still there; they do no harm.",
    },
    "backups.check": {
      name: "Checking the last backup",
      stays: "It is not known whether the last backup opens.",
    },
  },
  backup: {
    good: (day) => `The last backup was made on ${day}.`,
    opened: (day) => `Opened from end to end and whole on ${day}.`,
    notYetChecked: "It is checked tonight.",
    problems: {
      none: () => "There has never been a backup.",
      stale: (day) => `The last backup is old: ${day}.`,
      missing: (day) => `The backup file of ${day} is not in its place.`,
      unreadable: (day) => `The backup file of ${day} cannot be opened.`,
    },
    command: "tuwai backup",
    toDo: "Make a backup on the server now, then schedule one every day:",
  },
  tasks: {
    "retry-dead-work": {
      text: (n) => counted`${n} [piece|pieces] of work failed`,
      why: "The system stopped trying by itself",
      action: "Look",
    },
    "make-backup": {
      text: () => "The city needs a backup",
      why: "There is no new backup that opens",
      action: "Look",
    },
  },
};

export const upkeepTexts: TextPair<typeof id> = { id, en };
