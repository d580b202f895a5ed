/**
 * Groups of vulnerable workers as the programme names them, with the words village lists use. `sector` decides which relief
 * window of PP 50/2025 applies (transport: ojek, drivers, couriers, logistics); `hazardous` raises priority.
 * Source: groups of the 2025 programme and form F-1.01 of Permendagri 109/2019; the hazard mark is our reading, unconfirmed.
 */
export const occupationGroups = {
  fisher: {
    sector: "other",
    hazardous: true,
    words: /nelayan|nelayn|melaut|perikanan|penangkap ikan|\bnly\b/,
  },
  "motorcycle-taxi": { sector: "transport", hazardous: true, words: /ojek|ojol|gojek|grab|\bojeg\b/ },
  driver: {
    sector: "transport",
    hazardous: true,
    words: /sopir|supir|pengemudi|becak|bentor|bendi|kusir|angkot|kernet|kenek|masinis/,
  },
  courier: { sector: "transport", hazardous: true, words: /kurir|ekspedisi|pengantar|logistik|antar barang/ },
  "construction-worker": {
    sector: "other",
    hazardous: true,
    words: /bangunan|tukang batu|tukang kayu|tukang cat|\bkuli\b|tukang las|pandai besi|tukang besi/,
  },
  "farm-labourer": {
    sector: "other",
    hazardous: true,
    words: /buruh ?tani|buruh kebun|buruh perkebunan|buruh sawah/,
  },
  farmer: {
    sector: "other",
    hazardous: false,
    words: /petani|pekebun|bertani|\btani\b|berkebun|sawah|peternak/,
  },
  "daily-labourer": {
    sector: "other",
    hazardous: true,
    words: /buruh|\bbhl\b|harian lepas|serabutan|porter|kuli angkut|bongkar muat|pemulung|pengepul/,
  },
  "street-trader": { sector: "other", hazardous: false, words: /kaki lima|\bpkl\b|asongan|keliling/ },
  trader: { sector: "other", hazardous: false, words: /dagang|jualan|penjual|warung|kedai|\bjual\b/ },
  "household-worker": {
    sector: "other",
    hazardous: false,
    words: /rumah tangga|\bart\b|pembantu|asisten rt|cuci|setrika/,
  },
  craftsperson: {
    sector: "other",
    hazardous: false,
    words: /jahit|sulam|bordir|anyam|tukang cukur|salon|tukang|montir|bengkel|pengrajin|perajin|sepatu/,
  },
  "religious-officer": {
    sector: "other",
    hazardous: false,
    words:
      /labai|ubiyah|ubaiyah|imam|khatib|khotib|bilal|garin|gharim|mengaji|ustad|mubal|mdta|\btpq\b|\btpa\b|jenazah/,
  },
  "adat-officer": {
    sector: "other",
    hazardous: false,
    words: /urang tuo|cadiak|kapalo mudo|bundo kanduang|dubalang|niniak|ninik mamak|keamanan nagari|adat/,
  },
  "village-officer": {
    sector: "other",
    hazardous: false,
    words: /perangkat|\bbpd\b|kader|kepala dusun|kadus|kaur|kasi |staf desa|\brt\b|\brw\b/,
  },
} as const;
