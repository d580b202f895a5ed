import type { FieldName } from "#intake";

/**
 * How offices head their columns: words of Indonesian forms, their abbreviations, and the column names of the
 * registries. Written as `normaliseHeader` leaves them: lower case, letters and digits only, single spaces.
 */
export const headerWords: Readonly<Record<FieldName, readonly string[]>> = {
  rowNumber: ["no", "nomor", "no urut", "nomor urut", "nourut", "urut", "num", "number"],
  nik: [
    "nik", "no nik", "nomor nik", "n i k", "nik ktp", "nik e ktp", "no ktp", "nomor ktp", "no e ktp", "no ktp nik", "nik no ktp",
    "no induk kependudukan", "nomor induk kependudukan", "nomor induk kependudukan nik", "no identitas", "nomor identitas",
    "nik peserta", "nik pekerja", "nik penduduk", "nik tenaga kerja", "no ktp el", "noktp", "nonik", "nomor identitas nik",
  ],
  headNik: ["nik kepala keluarga", "nik kk", "nik krt", "nik kepala rumah tangga", "nik kep keluarga", "nik kepala kk", "no nik kepala keluarga"],
  familyCard: [
    "kk", "no kk", "nomor kk", "nokk", "no kartu keluarga", "nomor kartu keluarga", "kartu keluarga", "no k k", "nkk", "nomor kk ktp",
    "no kartu kk", "nomor kartu kk", "no kk kartu keluarga",
  ],
  name: [
    "nama", "nama lengkap", "nama peserta", "nama pekerja", "nama penduduk", "nama tenaga kerja", "nama tk", "nm", "nm lengkap",
    "nama sesuai ktp", "nama lengkap sesuai ktp", "nama calon peserta", "nama pekerja rentan", "nama anggota", "nama warga",
    "nama penerima", "nama penerima manfaat", "nama pegawai", "nama asn", "nama anggota keluarga", "nama art", "nama lgkp", "nm peserta",
    "nama perangkat", "nama aparatur", "nama lengkap dan gelar", "nama gelar", "nama dan gelar", "full name", "name",
  ],
  birthPlace: ["tempat lahir", "tmpt lahir", "tmp lahir", "tpt lahir", "tempat lhr", "tmp lhr", "tmpt lhr", "tempat kelahiran", "kota lahir"],
  birthDate: [
    "tanggal lahir", "tgl lahir", "tgl lhr", "tg lahir", "tggl lahir", "tanggal lhr", "tanggal kelahiran", "tgllahir", "tgl lahir dd mm yyyy",
    "lahir tanggal", "date of birth", "dob", "tanggal bulan tahun lahir", "tgl bln thn lahir",
  ],
  birthPlaceDate: [
    "tempat tanggal lahir", "tempat tgl lahir", "ttl", "tempat dan tanggal lahir", "tmp tgl lahir", "tmpt tgl lahir", "tpt tgl lahir",
    "tempat tgl lhr", "tmp tgl lhr", "tempat dan tgl lahir", "t t l", "tempattgl lahir", "kelahiran", "tempat dan tanggal kelahiran",
  ],
  sex: [
    "jenis kelamin", "jns kelamin", "jenis kel", "jk", "j k", "l p", "lp", "lk pr", "kelamin", "sex", "gender", "jenis klm", "jns kel",
    "jenis kelamin l p", "jk l p", "lk pr l p", "jkel", "jenkel",
  ],
  maleTick: ["l kelamin", "lk kelamin", "laki laki kelamin", "pria kelamin", "l jk", "lk jk", "l kel", "laki laki jk"],
  femaleTick: ["p kelamin", "pr kelamin", "perempuan kelamin", "wanita kelamin", "p jk", "pr jk", "p kel", "perempuan jk"],
  occupation: [
    "pekerjaan", "jenis pekerjaan", "pekerjaan utama", "kerja", "profesi", "mata pencaharian", "bidang pekerjaan", "jns pekerjaan",
    "pek", "jenis usaha", "pekerjaan ktp", "pekerjaan sekarang", "jenis profesi",
  ],
  address: ["alamat", "alamat lengkap", "alamat rumah", "alamat tinggal", "alamat domisili", "alamat ktp", "alamat sesuai ktp", "almt", "domisili", "jalan"],
  rt: ["rt", "no rt"],
  rw: ["rw", "no rw"],
  hamlet: ["rt rw", "rw rt", "dusun", "dsn", "lingkungan", "korong", "jorong", "dusun rt", "dusun lingkungan", "rt rw dusun", "dusun rt rw"],
  village: [
    "desa", "kelurahan", "desa kelurahan", "kelurahan desa", "desa kel", "kel desa", "kel", "ds kel", "ds", "nama desa", "nama kelurahan",
    "nama desa kelurahan", "nama kelurahan desa", "nagari", "desa nagari", "desa lurah", "kode desa", "kode kelurahan", "kode desa kelurahan",
    "kode wilayah", "kel ds", "desa asal", "village",
  ],
  kecamatan: ["kecamatan", "kec", "nama kecamatan", "kec asal"],
  phone: [
    "no hp", "nomor hp", "hp", "no telp", "nomor telp", "telp", "telepon", "no telepon", "nomor telepon", "no hp wa", "no wa", "wa", "whatsapp",
    "nomor wa", "no handphone", "handphone", "no hp telp", "telp hp", "no telp hp", "no hp whatsapp", "kontak", "no kontak", "nomor handphone",
    "no tlp", "tlp", "nohp", "phone", "nomor ponsel", "no ponsel",
  ],
  motherName: ["nama ibu kandung", "ibu kandung", "nama ibu", "nm ibu kandung", "nama gadis ibu kandung", "nama gadis ibu"],
  heirName: ["nama ahli waris", "ahli waris", "nm ahli waris", "nama waris"],
  heirRelation: ["hubungan ahli waris", "hubungan", "hubungan keluarga", "hub ahli waris", "hubungan dengan peserta", "hub"],
  income: ["penghasilan", "pendapatan", "penghasilan per bulan", "pendapatan per bulan", "penghasilan bulan", "upah", "gaji", "siltap", "penghasilan tetap", "pendapatan bulan", "honor", "penghasilan rp", "penghasilan bln", "pendapatan bln", "penghasilan perbulan", "gaji bln", "honor bln", "penghasilan sebulan"],
  note: ["keterangan", "ket", "catatan", "kt", "ketr", "keterangan lain", "note"],
  lifeStatus: ["status", "status hidup", "status penduduk", "status warga", "status kehidupan", "status dasar", "status orang", "kondisi", "hidup mati", "status hidup mati", "status keberadaan", "keberadaan", "status terakhir", "status domisili"],
  decile: ["desil", "desil nasional", "desil dtsen", "peringkat desil", "desil kesejahteraan", "desil keluarga", "desil nas"],
  pkh: ["pkh", "penerima pkh", "status pkh", "bansos pkh", "peserta pkh", "kpm pkh"],
  bpnt: ["bpnt", "penerima bpnt", "status bpnt", "bansos bpnt", "sembako", "penerima sembako", "bpnt sembako", "penerima bpnt sembako", "kpm bpnt"],
  kpj: ["kpj", "no kpj", "nomor kpj", "no peserta", "nomor peserta", "no kartu peserta", "nomor kepesertaan", "no kepesertaan", "nomor kartu peserta", "no kpj bpjs"],
  npp: ["npp", "no npp", "nomor npp", "kode wadah", "wadah", "nomor wadah", "npp wadah", "nomor pendaftaran perusahaan"],
  memberStatus: ["status kepesertaan", "status peserta", "status", "status aktif", "status keaktifan", "kepesertaan", "aktif", "status bpjs", "sts"],
  segment: ["segmen", "segmen kepesertaan", "segmen peserta", "jenis kepesertaan", "jenis peserta", "kategori peserta"],
  programmes: ["program", "program yang diikuti", "jenis program", "kode program", "program bpjs", "prog"],
  startsOn: ["tanggal kepesertaan", "tgl kepesertaan", "mulai kepesertaan", "tgl mulai", "tanggal mulai", "tanggal aktif", "tgl aktif", "tgl efektif", "tanggal efektif", "tanggal daftar", "tgl daftar", "tgl pendaftaran", "tanggal pendaftaran"],
  paidThrough: ["lunas sampai", "lunas s d", "iuran terakhir", "bulan iuran terakhir", "periode terakhir", "iuran sampai dengan", "iuran s d", "blth na", "blth terakhir", "masa aktif", "aktif sampai", "aktif s d", "terbayar sampai"],
  nip: ["nip", "no nip", "nomor nip", "nip baru", "nip nippppk", "nip ni pppk", "nip nipppk", "nomor induk pegawai", "ni pppk", "nipppk", "nip nik pppk", "n i p"],
  rank: ["golongan", "gol", "pangkat", "pangkat golongan", "pangkat gol", "gol ruang", "golongan ruang", "pangkat gol ruang", "pangkat golongan ruang", "gol akhir"],
  position: ["jabatan", "nama jabatan", "jab", "jabatan terakhir", "jabatan sekarang", "jabatan di desa", "unsur", "kedudukan"],
  unit: ["unit kerja", "unit organisasi", "unor", "nama unor", "satuan kerja", "unit", "satker", "bagian", "bidang", "sub unit", "unor nama"],
  office: ["opd", "skpd", "nama opd", "perangkat daerah", "instansi", "dinas", "opd instansi", "instansi kerja", "unor induk", "unit organisasi induk", "nama skpd"],
  servantStatus: ["status pegawai", "status kepegawaian", "jenis pegawai", "jenis asn", "status asn", "kedudukan hukum", "pns pppk", "status cpns pns", "jenis kepegawaian"],
  retiresOn: ["tanggal pensiun", "tgl pensiun", "tmt pensiun", "bup", "tanggal bup"],
  decree: ["no sk", "nomor sk", "sk", "sk pengangkatan", "no sk pengangkatan", "nomor sk pengangkatan"],
  decreeOn: ["tanggal sk", "tgl sk", "tanggal sk pengangkatan", "tgl sk pengangkatan"],
  personCode: ["kode", "kode pekerja", "kode peserta", "kode orang", "kode ketan", "id pekerja", "kode pk"],
  result: ["hasil", "hasil pendaftaran", "status pendaftaran", "status", "hasil verifikasi", "status verifikasi", "hasil proses", "status proses", "status upload", "keterangan hasil"],
  reason: ["alasan", "alasan penolakan", "alasan ditolak", "sebab", "penyebab", "keterangan", "ket", "keterangan penolakan", "pesan", "pesan kesalahan", "catatan"],
  resultOn: ["tanggal hasil", "tanggal efektif", "tgl efektif", "tanggal diterima", "tanggal kepesertaan", "tgl kepesertaan", "tanggal proses", "tgl proses", "mulai kepesertaan"],
  month: ["bulan", "bulan iuran", "periode", "periode iuran", "masa iuran", "blth", "bulan tahun", "iuran bulan", "bln iuran", "untuk bulan", "bulan pembayaran iuran", "bulan awal", "periode awal", "dari bulan", "mulai bulan", "bulan mulai"],
  until: ["sampai bulan", "bulan akhir", "periode akhir", "s d bulan", "sampai dengan bulan", "sampai dengan", "sampai", "bulan sampai", "hingga bulan", "bulan selesai", "s d"],
  monthCount: ["jumlah bulan", "jml bulan", "jml bln", "banyak bulan", "lama bulan", "bulan dibayar", "jumlah bulan dibayar", "jumlah bulan iuran"],
  amount: ["jumlah", "iuran", "jumlah iuran", "nominal", "nilai", "total iuran", "besar iuran", "iuran rp", "jumlah rp", "jumlah bayar", "nominal iuran", "nilai iuran", "total", "total bayar", "jumlah dibayar"],
  paidOn: ["tanggal bayar", "tgl bayar", "tanggal pembayaran", "tgl pembayaran", "tanggal setor", "tgl setor", "tanggal transaksi", "tgl transaksi", "tanggal"],
  diedOn: [
    "tanggal meninggal", "tgl meninggal", "tanggal kematian", "tgl kematian", "tanggal wafat", "tgl wafat", "tanggal meninggal dunia",
    "tgl meninggal dunia", "tgl mati", "tanggal mati", "meninggal tanggal", "meninggal tgl", "hari meninggal",
  ],
  billingCode: ["kode iuran", "kode billing", "kode bayar", "no referensi", "nomor referensi", "kode pembayaran", "id billing", "no bukti"],
}; // oxfmt-ignore

/** Words that turn a known header into one about somebody or something else: the NIK of the heir is not the NIK. */
export const foreignWords: ReadonlySet<string> = new Set([
  "ibu", "ayah", "bapak", "orang", "tua", "kepala", "keluarga", "kk", "krt", "waris", "suami", "istri", "isteri", "pasangan", "anak", "bank",
  "rekening", "usaha", "kelompok", "kapal", "pemilik", "sponsor", "penanggung", "bendahara", "petugas", "pendata", "sk", "jumlah", "status",
  "pensiun", "nikah", "meninggal", "pemberi", "perusahaan", "sekolah", "mesjid", "masjid", "npwp", "bpjs", "kis", "pkh", "bpnt", "email",
]); // oxfmt-ignore

/** "Tgl. Lahir\n(dd/mm/yyyy)" → "tgl lahir". What stands in brackets explains, it does not name. */
export function normaliseHeader(text: string): string {
  const open = lettersOf(text.replace(/[([{][^)\]}]*[)\]}]?/g, " "));
  return open === "" ? lettersOf(text) : open;
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}
