import type { TextPair, Texts } from "./language.ts";

const id = {
  product: "TuWai KeTan",
  skip: "Lewati ke isi",
  mainNav: "Halaman utama situs",
  workNav: "Pekerjaan saya",
  toOtherLanguage: "English",
  signIn: "Masuk",
  signOut: "Keluar",
  more: "Lainnya",
  loading: "Memuat halaman",
  nav: {
    home: "Beranda",
    coverage: "Cakupan",
    help: "Bantuan",
    work: "Kerja",
    tasks: "Tugas saya",
    villageLists: "Penetapan",
    linkage: "Pemadanan",
    imports: "Impor daftar",
    workers: "Pekerja",
    mySponsorship: "Perlindungan saya",
    sponsors: "Penanggung",
    pledges: "Mandat",
    membership: "Peserta",
    packetMapping: "Kolom BPJS",
    deadWork: "Pekerjaan latar",
    profile: "Profil",
  },
  footerAbout: (city: string) =>
    `${city} memakai TuWai KeTan, perangkat lunak terbuka agar setiap pekerja rentan terlindungi Jamsostek, bulan demi bulan.`,
  footerNumbers: "Angka publik dibulatkan dan ditutup bila kecil, untuk menjaga privasi.",
} as const;

const en: Texts<typeof id> = {
  product: "TuWai KeTan",
  skip: "Skip to content",
  mainNav: "Main pages",
  workNav: "My work",
  toOtherLanguage: "Bahasa Indonesia",
  signIn: "Sign in",
  signOut: "Sign out",
  more: "More",
  loading: "Loading the page",
  nav: {
    home: "Home",
    coverage: "Coverage",
    help: "Help",
    work: "Work",
    tasks: "My tasks",
    villageLists: "Endorsement",
    linkage: "Linkage",
    imports: "Import a list",
    workers: "Workers",
    mySponsorship: "My sponsorship",
    sponsors: "Sponsors",
    pledges: "Pledges",
    membership: "Members",
    packetMapping: "BPJS columns",
    deadWork: "Background work",
    profile: "Profile",
  },
  footerAbout: (city) =>
    `${city} runs TuWai KeTan, open-source software that keeps every vulnerable worker insured, month after month.`,
  footerNumbers: "Public figures are rounded, and hidden when small, to protect privacy.",
};

export const shellTexts: TextPair<typeof id> = { id, en };
