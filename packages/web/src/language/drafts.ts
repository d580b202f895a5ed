import type { TextPair, Texts } from "./language.ts";

const id = {
  title: (village: string, year: string) => `Naskah ${village} ${year}`,
  crumb: "Naskah",
  lead: (ready: string, all: string) => `${ready} dari ${all} naskah siap dicetak.`,
  leadNone: "Belum ada yang dijanjikan, jadi naskahnya belum dapat diisi.",
  noneNext: "Isi janji desa dulu: berapa orang, berapa bulan, dari sumber apa.",
  people: (listed: string, heads: string) => `${listed} dari ${heads} orang yang dijanjikan ada di daftar.`,
  names: {
    sk: "Keputusan kepala desa dan lampiran nama",
    klausul: "Klausul untuk RAPBDes",
    "berita-acara": "Berita acara musyawarah desa",
    usulan: "Usulan lurah ke DPA dan lampiran nama",
  },
  what: {
    sk: "Menetapkan siapa yang ditanggung, dengan menimbang, mengingat dan daftar nama. Tanpa keputusan ini tidak ada dasar membayar.",
    klausul: "Pasal dan tabel untuk ditempel di rancangan peraturan desa tentang APBDes.",
    "berita-acara": "Kesepakatan musyawarah desa atas orang dan uangnya.",
    usulan: "Surat lurah kepada camat agar belanjanya masuk DPA, dengan daftar nama.",
  },
  ready: "Siap dicetak",
  lacking: "Belum lengkap",
  lacks: {
    "nothing-promised": "belum ada janji",
    "people-short": "nama di daftar kurang dari yang dijanjikan; kirim daftarnya lewat Impor",
    "price-missing": "harga iuran tahun itu belum ada",
    "account-missing": "kode rekening belum ada; kota menetapkannya, atau diisi tangan",
    "source-missing": "sumber dana belum dipilih",
  },
  lacksTitle: "Yang kurang",
  byHand: (n: string) => `${n} isian diisi tangan`,
  named:
    "Menyebut nama orang: setiap pembukaan tercatat. NIK dan alamat tidak dicetak, diisi kantor dari KTP.",
  pdf: (paper: string) => `PDF ${paper}`,
  word: "Salinan kerja (Word)",
  papers: { a4: "A4", f4: "F4" },
  law: "Dasar hukum pada mengingat diambil menurut tanggal hari ini dari aturan yang dilaporkan; teks lengkapnya belum kami baca. Periksa dengan bagian hukum.",
};

const en: Texts<typeof id> = {
  title: (village, year) => `Papers of ${village} ${year}`,
  crumb: "Papers",
  lead: (ready, all) => `${ready} of ${all} papers are ready to be printed.`,
  leadNone: "Nothing is promised yet, so the papers cannot be filled.",
  noneNext: "Fill in the village's promise first: how many people, how many months, from which source.",
  people: (listed, heads) => `${listed} of ${heads} people promised are on the list.`,
  names: {
    sk: "Decision of the village head with the list of names",
    klausul: "Clause for the draft budget",
    "berita-acara": "Minutes of the village meeting",
    usulan: "The lurah's proposal to the DPA with the list of names",
  },
  what: {
    sk: "Decides who is covered, with considerations, legal basis and the list of names. Without it there is no basis to pay.",
    klausul: "Article and table for the draft of the village's budget regulation.",
    "berita-acara": "What the village meeting agreed on people and money.",
    usulan: "The lurah's letter to the camat to have it in the DPA, with the list of names.",
  },
  ready: "Ready to print",
  lacking: "Incomplete",
  lacks: {
    "nothing-promised": "nothing is promised yet",
    "people-short": "fewer names on the list than promised; send the list by Import",
    "price-missing": "no price for that year yet",
    "account-missing": "no account code; the city decides it, or it is filled by hand",
    "source-missing": "no source of money chosen",
  },
  lacksTitle: "Missing",
  byHand: (n) => `${n} blanks to be filled by hand`,
  named:
    "Names people: each opening is noted. Identity numbers and addresses are not printed, the office writes them from the card.",
  pdf: (paper) => `PDF ${paper}`,
  word: "Working copy (Word)",
  papers: { a4: "A4", f4: "F4" },
  law: "The legal basis is chosen by today's day from rules as reported; we have not read their full texts. Check with the legal office. The papers are in Indonesian.",
};

export const draftTexts: TextPair<typeof id> = { id, en };
