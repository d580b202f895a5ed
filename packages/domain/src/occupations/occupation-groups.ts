/**
 * What a group means for the programme:
 * - `works`: works on own account or by the day.
 * - `employed`: somebody has to insure them (PP 44/2015 art. 4); whether anybody does is known from BPJS alone.
 * - `state`: insured by Taspen (PP 70/2015) or Asabri (PP 102/2015), never by this programme.
 * - `none`: no work at all, so there is no work accident to insure.
 */
export type Standing = "works" | "employed" | "state" | "none";

type Group = {
  readonly standing: Standing;
  readonly sector: "transport" | "other";
  readonly hazardous: boolean;
  readonly words: RegExp;
};

const works = { standing: "works", sector: "other", hazardous: false } as const;
const none = { standing: "none", sector: "other", hazardous: false } as const;
const state = { standing: "state", sector: "other", hazardous: false } as const;
const never = /(?!)/;

/**
 * Groups of work as the programme names them, with the words village lists use. `sector` decides which relief window of
 * PP 50/2025 applies (transport: ojek, drivers, couriers, logistics); `hazardous` raises priority, and asks a second look at
 * whoever is under 18.
 * Source: groups of the 2025 programme and form F-1.01 of Permendagri 109/2019; the hazard mark is our reading, unconfirmed.
 */
export const occupationGroups = {
  fisher: {
    ...works,
    hazardous: true,
    words:
      /nelayan|nelayn|melaut|malauik|^perikanan|buruh perikanan|penangkap ikan|pencari ikan|\bnly\b|anak buah kapal|\babk\b/,
  },
  "motorcycle-taxi": {
    ...works,
    sector: "transport",
    hazardous: true,
    words: /\bojek|ojol|gojek|\bgrab\b|maxim|\bojeg\b/,
  },
  driver: {
    ...works,
    sector: "transport",
    hazardous: true,
    words:
      /sopir|supir|driver|pengemudi|becak|\bbentor|\bbendi\b|kusir|angkot|kernet|kenek|masinis|^transportasi$/,
  },
  courier: {
    ...works,
    sector: "transport",
    hazardous: true,
    words: /kurir|ekspedisi|pengantar|logistik|antar barang/,
  },
  "construction-worker": {
    ...works,
    hazardous: true,
    words:
      /bangunan|konstruksi|tukang batu|tukang kayu|tukang cat|\bkuli\b(?! angkut)|tukang las|pandai besi|tukang besi/,
  },
  "farm-labourer": {
    ...works,
    hazardous: true,
    words: /(buruh|upahan|pekerja) ?(tani|kebun|perkebunan|sawah|sawit|ternak|peternakan)/,
  },
  farmer: {
    ...works,
    words: /petani|pekebun|bertani|\btani\b|berkebun|sawah|beternak|peternak|batanam|baladang|berladang/,
  },
  "daily-labourer": {
    ...works,
    hazardous: true,
    words: /buruh|\bbhl\b|harian lepas|serabutan|porter|kuli angkut|bongkar muat|pemulung|pengepul/,
  },
  "religious-officer": {
    ...works,
    words:
      /labai|ubiyah|ubaiyah|\bimam\b|kh?atib|khotib|bilal|^bila$|garin|gharim|guru m?e?ngaji|guru ngaji|mengaji|ngaji|ustad|mubal|\bmdt?a\b|\btpq\b|\btpa\b|jenazah|mandi mayat|memandikan mayat/,
  },
  "adat-officer": {
    ...works,
    words:
      /urang tuo|cadiak|kapalo mudo|bundo kandu?ang|bundo kandung|dubalang|parik paga|niniak|ninik mamak|keamanan nagari|lembaga adat|\badat\b/,
  },
  "village-officer": {
    ...works,
    words:
      /perangkat|\bbpd\b|kader|kepala (desa|dusun|jorong)|\bkades\b|wali nagari|kadus|\bkaur\b|\bkasi\b|sekdes|sekretaris desa|staf desa|\brt\b|\brw\b/,
  },
  "street-trader": {
    ...works,
    words:
      /kaki lima|\bpkl\b|asongan|(dagang|jual|jualan|penjual|sayur|bakso|sate|es|roti|ikan|kue)\b.*\bkeliling/,
  },
  trader: {
    ...works,
    words:
      /dagang|jualan|penjual|warung|kedai|\bjual\b|manggaleh|galeh|toke|toko kelontong|pemilik toko|membuat kue|buat kue/,
  },
  "household-worker": {
    ...works,
    words:
      /(pembantu|asisten|pekerja|asisten) (rumah tangga|rt)|\bart\b|\bprt\b|^pembantu$|cuci (gosok|piring|setrika|pakaian)|setrika|pengasuh|baby ?sitter/,
  },
  craftsperson: {
    ...works,
    words:
      /jahit|sulam|bordir|anyam|pangkas|cukur|salon|\btukang\b|\btkg\b|montir|mekanik|bengkel|pengrajin|perajin|kerajinan|sepatu|perabot|pengolah|pembuat/,
  },
  /** Known work that is none of the above. */
  other: {
    ...works,
    words:
      /wiraswasta|wirausaha|usaha sendiri|juru (masak|parkir)|parkir|katering|catering|masak|pekerja mandiri|pekerja lepas|freelance|rias|\bguru\b|dukun beranak|paraji|tabib|fotografer|pemusik|penyanyi|seniman|orgen/,
  },
  employee: {
    standing: "employed",
    sector: "other",
    hazardous: false,
    words: /karyawa|\bpegawai\b|honorer|\bhonor\b|\bthl\b|\bswasta\b|satpam|security|kasir|pramuniaga/,
  },
  "state-company": {
    standing: "employed",
    sector: "other",
    hazardous: false,
    words: /\bbumn\b|\bbumd\b|pertamina|\bpln\b/,
  },
  "civil-servant": {
    ...state,
    words: /\bpns\b|\basn\b|\bpppk\b|\bp3k\b|\bcpns\b|(pegawai|pgw|peg) negeri|aparatur sipil/,
  },
  soldier: {
    ...state,
    words: /\btni\b|tentara|prajurit|kopassus|marinir|babinsa|angkatan (darat|laut|udara)/,
  },
  police: { ...state, words: /\bpolri\b|\bpolisi\b|kepolisian|brimob|polwan|bhabinkamtibmas/ },
  homemaker: {
    ...none,
    words: /(mengurus|urus|meng urus|ibu) (rumah tangga|rt)\b|\birt\b|\bmrt\b|^rumah tangga$/,
  },
  student: {
    ...none,
    words: /pelajar|mahasisw|\bsisw[ai]\b|\bsantri\b|(masih|anak) sekolah|^sekolah$|\bkuliah\b/,
  },
  retired: { ...none, words: /pensiun|purnawirawan|purna ?bakti|purna ?tugas|veteran/ },
  "not-working": {
    ...none,
    words:
      /\b(belum|blm|tidak|tdk|tak|ndak|indak|tanpa)( atau)?( tidak| belum)? (be?kerja|kerja|karajo|pekerjaan|(ada|punya|memiliki|mempunyai) (pekerjaan|kerja))\b|meng?anggur|nganggur|(tidak|tdk) ada$/,
  },
  /** Work as nobody knows it yet; a person is asked. */
  unknown: { ...works, words: never },
} as const satisfies Record<string, Group>;

export type OccupationGroup = keyof typeof occupationGroups;

/** Somebody else's work, work that is over, or work that is not steady: nobody but a person says what holds. */
export const doubtful =
  /\b(suami|istri|isteri|anak|ayah|bapak|orang tua|ortu|eks|ex|mantan|bekas|dulu|dulunya|dahulu|calon|mencari|cari kerja|akan)\b|(tidak|tdk) tetap|bekerja tetap/;
