import type { Random } from "@tuwai/linkage/generator";
import type { Office, Person, Work } from "#people";

/** What a village clerk may write for a kind of work; the first is the word of the official list where it has one. */
const WORDS: Readonly<Record<Work, readonly string[]>> = {
  farmer: ["Petani", "PETANI/PEKEBUN", "Tani", "petani sawah", "Berkebun"],
  "farm-labourer": ["Buruh Tani", "BURUH TANI/PERKEBUNAN", "buruh sawah", "Upahan tani"],
  fisher: ["Nelayan", "NELAYAN/PERIKANAN", "Nelayn", "nelayan tradisional", "Malauik", "Buruh nelayan"],
  builder: ["Tukang Batu", "Buruh bangunan", "TUKANG BANGUNAN", "tukang", "Kuli bangunan"],
  "day-labourer": ["Buruh Harian Lepas", "BHL", "buruh", "Serabutan", "BURUH HARIAN"],
  driver: ["Sopir", "SUPIR", "Sopir angkot", "sopir truk", "Driver"],
  "motorcycle-taxi": ["Tukang Ojek", "OJEK", "Ojek pangkalan", "ojek online", "Tukang Ojeg"],
  trader: ["Pedagang", "DAGANG", "Pedagang pasar", "jualan", "Warung"],
  "street-vendor": [
    "Pedagang kaki lima",
    "PKL",
    "Pedagang asongan",
    "Jualan gorengan",
    "Jualan keliling",
    "Manggaleh",
  ],
  "domestic-worker": ["Pembantu Rumah Tangga", "ART", "Cuci gosok", "PRT"],
  tailor: ["Penjahit", "TUKANG JAHIT", "Jahit", "Sulaman"],
  carpenter: ["Tukang Kayu", "Perabot", "tukang perabot"],
  mechanic: ["Mekanik", "Bengkel", "montir", "Tukang las"],
  barber: ["Tukang Cukur", "Pangkas rambut", "Salon"],
  cook: ["Juru Masak", "Tukang masak", "Katering"],
  "craft-worker": ["Pengrajin", "Sulaman/bordir", "Anyaman", "Pengolah ikan", "Pembuat ladu/arai pinang"],
  "self-employed": ["Wiraswasta", "WIRASWASTA", "Usaha sendiri", "wirausaha"],
  "private-employee": ["Karyawan Swasta", "Karyawan toko", "swasta"],
  "contract-staff": ["Karyawan Honorer", "Honorer", "THL"],
  "civil-servant": ["PNS", "Guru", "ASN"],
  "military-police": ["TNI", "POLRI"],
  "village-officer": ["Perangkat Desa", "Kadus", "Kaur"],
  none: ["Belum bekerja", "Tidak bekerja", "Mengurus rumah tangga", "-"],
};

const OFFICE_WORDS: Readonly<Record<Office, readonly string[]>> = {
  labai: ["Labai", "Ubiyah", "LABAI / UBAIYAH"],
  imam: ["Imam Masjid", "Imam", "IMAM MESJID"],
  khatib: ["Khatib", "Katib"],
  bilal: ["Bilal", "Bila"],
  garin: ["Garin", "Garin masjid", "GHARIN"],
  guru_mengaji: ["Guru Mengaji", "Guru TPQ", "Guru MDTA", "guru ngaji"],
  pemandi_jenazah: ["Pemandi jenazah", "Petugas mandi mayat"],
  urang_tuo: ["Urang Tuo", "Urang tuo kampung"],
  cadiak_pandai: ["Cadiak Pandai"],
  kapalo_mudo: ["Kapalo Mudo", "Kapalo mudo"],
  bundo_kanduang: ["Bundo Kanduang", "Bundo kandung"],
  dubalang: ["Dubalang", "Keamanan", "Parik paga"],
};

/** How a village clerk names what a person does; an office in mosque or adat usually counts more than the work. */
export function writeWork(random: Random, person: Person): string {
  if (person.office !== null && random.chance(0.7)) return random.pick(OFFICE_WORDS[person.office]);
  return random.pick(WORDS[person.work]);
}

/** The word of the civil registry (form F-1.01) for a kind of work. */
export function registryWork(person: Person): string {
  if (person.activity === "school") return "PELAJAR/MAHASISWA";
  if (person.activity === "too-young" || person.activity === "seeking") return "BELUM/TIDAK BEKERJA";
  if (person.work === "none")
    return person.sex === "female" ? "MENGURUS RUMAH TANGGA" : "BELUM/TIDAK BEKERJA";
  return REGISTRY_WORDS[person.work] ?? "WIRASWASTA";
}

const REGISTRY_WORDS: Readonly<Partial<Record<Work, string>>> = {
  farmer: "PETANI/PEKEBUN", "farm-labourer": "BURUH TANI/PERKEBUNAN", fisher: "NELAYAN/PERIKANAN", builder: "TUKANG BATU",
  "day-labourer": "BURUH HARIAN LEPAS", driver: "SOPIR", "motorcycle-taxi": "SOPIR", trader: "PEDAGANG",
  "street-vendor": "PEDAGANG", "domestic-worker": "PEMBANTU RUMAH TANGGA", tailor: "TUKANG JAHIT", carpenter: "TUKANG KAYU",
  mechanic: "MEKANIK", barber: "TUKANG CUKUR", cook: "JURU MASAK", "private-employee": "KARYAWAN SWASTA",
  "contract-staff": "KARYAWAN HONORER", "civil-servant": "PEGAWAI NEGERI SIPIL", "military-police": "KEPOLISIAN RI",
  "village-officer": "PERANGKAT DESA",
}; // oxfmt-ignore

const VULNERABLE: ReadonlySet<Work> = new Set([
  "farmer", "farm-labourer", "fisher", "builder", "day-labourer", "driver", "motorcycle-taxi", "trader", "street-vendor",
  "domestic-worker", "tailor", "carpenter", "mechanic", "barber", "cook", "craft-worker", "self-employed",
]); // oxfmt-ignore

/** Works on own account or by the day, so nobody insures them: whom the village lists are about. */
export function isInformalWorker(person: Person): boolean {
  return VULNERABLE.has(person.work);
}
